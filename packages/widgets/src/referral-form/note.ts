/** What a person takes away. Nothing in it tells whoever finds it what it is for. */
export interface Note {
  /** The print's title and the file's name. */
  readonly title: string;
  readonly lines: readonly string[];
}

/** Prints the note alone: the page around it would tell what it is for. */
export function printNote({ title, lines }: Note): void {
  const frame = document.createElement('iframe');
  frame.ariaHidden = 'true';
  frame.tabIndex = -1;
  frame.style.cssText = 'position:absolute;inline-size:0;block-size:0;border:0';
  frame.addEventListener('load', () => {
    const inside = frame.contentDocument;
    const view = frame.contentWindow;
    if (!inside || !view) return;
    inside.title = title;
    for (const line of lines) inside.body.append(Object.assign(inside.createElement('p'), { textContent: line }));
    view.addEventListener('afterprint', () => frame.remove());
    view.print();
  });
  document.body.append(frame);
}

/** Saves the note as a file, which is the only trace of it on the device. */
export function saveNote({ title, lines }: Note): void {
  const address = URL.createObjectURL(new Blob([`${lines.join('\n')}\n`], { type: 'text/plain' }));
  Object.assign(document.createElement('a'), { href: address, download: `${title}.txt` }).click();
  // A browser may read it only after the person has said where to.
  setTimeout(() => URL.revokeObjectURL(address), 60_000);
}
