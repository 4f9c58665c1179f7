import { readFileSync } from 'node:fs';
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { join } from 'node:path';
import { brotliCompressSync } from 'node:zlib';
import { countyDurhamHub } from '@advocacy-hub/sdk/examples';
import type { Built } from './build.ts';
import { around } from './pages.ts';
import { errorsOf, renderStep } from './plain-html.ts';

/** The site that all contenders stand on, each on a page of its own and all of them within the same page. */
export interface Site {
  readonly origin: string;
  /** Puts our form on a page, which its hub must know the origin of beforehand. */
  add(name: string, page: OurPage): void;
  close(): void;
}

export interface OurPage {
  readonly hub: string;
  readonly key: string;
  /** Files of the hub that the page asks for at once. */
  readonly preloads: readonly string[];
}

const types: Readonly<Record<string, string>> = { js: 'text/javascript', css: 'text/css', html: 'text/html' };

/** Serves the built peers. Everything is compressed once, as well as brotli can. */
export async function openSite(folder: string, built: readonly Built[]): Promise<Site> {
  const pages = new Map<string, Buffer>();
  for (const each of built.filter(({ scripts }) => scripts.length > 0))
    pages.set(each.name, compressed(peerPage(each)));
  const plain = built.find(({ name }) => name === 'plain-html')!;
  const files = new Map(
    built.flatMap(({ scripts, styles }) =>
      [...scripts, ...styles].map(name => [name, compressed(readFileSync(join(folder, name)))]),
    ),
  );
  // There is one visitor at a time, and none of them is asked twice.
  const sent = new Map<string, readonly string[]>();

  const server = createServer((request, response) => {
    const [name = '', rest = ''] = (request.url ?? '/').slice(1).split('/');
    const page = pages.get(name);
    const file = name === 'files' ? files.get(rest) : undefined;
    if (page) answer(response, 'html', page);
    else if (file) answer(response, rest.split('.').at(-1)!, file);
    else if (name === plain.name) void answerStep(request, response, Number(rest || 0));
    else response.writeHead(404).end();
  });

  async function answerStep(request: IncomingMessage, response: ServerResponse, place: number): Promise<void> {
    const isSent = request.method === 'POST';
    if (isSent) await read(request);
    const errors = isSent ? errorsOf(place, sent) : undefined;
    const next = isSent && errors?.size === 0 ? place + 1 : place;
    answer(
      response,
      'html',
      compressed(whole({ styles: plain.styles, main: renderStep(next, sent, errors), beside: contact() })),
    );
  }

  async function read(request: IncomingMessage): Promise<void> {
    const chunks: Buffer[] = [];
    for await (const chunk of request) chunks.push(chunk as Buffer);
    const form = new URLSearchParams(Buffer.concat(chunks).toString());
    for (const name of form.keys()) sent.set(name, form.getAll(name));
  }

  await new Promise<void>(done => server.listen(0, '127.0.0.1', done));
  return {
    origin: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    add: (name, page) => void pages.set(name, compressed(ourPage(page))),
    close() {
      server.closeAllConnections();
      server.close();
    },
  };
}

function answer(response: ServerResponse, type: string, body: Buffer): void {
  const cache = type === 'html' ? 'no-store' : 'public, max-age=300';
  response
    .writeHead(200, {
      'content-type': `${types[type]}; charset=utf-8`,
      'content-encoding': 'br',
      'cache-control': cache,
    })
    .end(body);
}

function compressed(content: string | Buffer): Buffer {
  return brotliCompressSync(content);
}

function peerPage({ scripts, styles }: Built): string {
  return whole({
    styles,
    head: scripts.map(name => `<script type="module" src="/files/${name}"></script>`).join(''),
    main: '<div id="form"></div>',
    beside: contact(),
  });
}

function ourPage({ hub, key, preloads }: OurPage): string {
  const links = preloads.map(name => `<link rel="modulepreload" href="${hub}/embed/${name}">`);
  return whole({
    head: `${links.join('')}<script type="module" src="${hub}/embed/v1.js" data-hub="${hub}" data-key="${key}"></script>`,
    main: `<advocacy-referral-form isolation="none">Ring us to ask for an advocate: 0191 498 0320</advocacy-referral-form>`,
  });
}

interface Whole {
  readonly main: string;
  readonly head?: string;
  readonly beside?: string;
  readonly styles?: readonly string[];
}

function whole({ main, head = '', beside = '', styles = [] }: Whole): string {
  return `<!doctype html>
<html lang="en-GB">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>Ask for an advocate</title>
<link rel="icon" href="data:,">
<style>
body { margin: 0; font: 112.5%/1.5 system-ui, sans-serif; color: #17212b; }
header, main, footer { padding: 1rem max(1rem, calc((100% - 60em) / 2)); }
</style>
${styles.map(name => `<link rel="stylesheet" href="/files/${name}">`).join('')}
${head}
</head>
<body>
<header><p>Healthwatch County Durham</p></header>
<main><h1>Someone on your side</h1>
<p>An advocate helps you say what you want, and makes sure that you are heard. They are independent, and free.</p>
${main}
${beside}
</main>
<footer><p>Healthwatch County Durham, 9 Sadler Street, Durham</p></footer>
</body>
</html>`;
}

/** Our form shows what its hub says; the others have it in their page. */
function contact(): string {
  const routes = countyDurhamHub.contact_routes.map(({ kind, value, link = '', hours = '' }) => {
    const kinds: Readonly<Record<string, string>> = around.contact.kinds;
    return `<li><strong>${kinds[kind]}</strong> ${link ? `<a href="${link}">${value}</a>` : value} ${hours}</li>`;
  });
  return `<aside><h2>${around.contact.heading}</h2><p>${around.contact.lead}</p><ul>${routes.join('')}</ul></aside>`;
}
