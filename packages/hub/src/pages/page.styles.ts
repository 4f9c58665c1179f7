/** The looks of the hub's own pages, in the widgets' own colours. Without them the pages still read well. */
export const styles = `
:root {
  color-scheme: light dark;
  --text: #17212b;
  --quiet: #4b5864;
  --ground: #f2f6f6;
  --surface: #fff;
  --line: #d3dcde;
  --accent: #0b5963;
}
@media (prefers-color-scheme: dark) {
  :root {
    --text: #edf1f3;
    --quiet: #b4c0c8;
    --ground: #1c252b;
    --surface: #12181c;
    --line: #36444d;
    --accent: #7ad3dd;
  }
}
* {
  box-sizing: border-box;
}
html {
  -webkit-text-size-adjust: 100%;
  text-size-adjust: 100%;
}
body {
  display: flex;
  flex-direction: column;
  min-block-size: 100vh;
  margin: 0;
  background: var(--ground);
  color: var(--text);
  font-family: system-ui, -apple-system, 'Segoe UI', Roboto, 'Noto Sans', sans-serif;
  font-size: 112.5%;
  line-height: 1.55;
  overflow-wrap: break-word;
}
header,
main,
footer {
  padding-inline: max(1rem, calc((100% - 44em) / 2));
}
header {
  border-block-end: 0.25rem solid var(--accent);
  background: var(--surface);
}
header p {
  margin: 0;
  padding-block: 0.85rem;
  font-weight: 700;
}
main {
  flex: 1;
  padding-block: 1.5rem 3rem;
  background: var(--surface);
}
h1 {
  margin: 0 0 1rem;
  font-size: clamp(1.6rem, 1.2rem + 2.2vw, 2.3rem);
  line-height: 1.2;
  text-wrap: balance;
}
h2 {
  margin: 0 0 0.5rem;
  font-size: 1.25rem;
  line-height: 1.3;
}
a {
  color: var(--accent);
  text-underline-offset: 0.15em;
}
a:focus-visible {
  outline: 0.2rem solid #ffc53d;
  outline-offset: 0.1rem;
  background: #ffc53d;
  color: #17212b;
}
.contact ul,
footer ul {
  margin: 0;
  padding: 0;
  list-style: none;
}
.contact li {
  padding-block: 0.6rem;
  border-block-end: 1px solid var(--line);
}
.kind {
  font-weight: 700;
}
.hours,
footer {
  color: var(--quiet);
}
footer {
  padding-block: 1.25rem 2rem;
  border-block-start: 1px solid var(--line);
  font-size: 1rem;
}
footer ul {
  display: flex;
  flex-wrap: wrap;
  gap: 0.5rem 1.5rem;
}
footer li a {
  display: inline-block;
  padding-block: 0.35rem;
}
footer p {
  margin: 0.75rem 0 0;
}
@media print {
  footer {
    display: none;
  }
}
`;
