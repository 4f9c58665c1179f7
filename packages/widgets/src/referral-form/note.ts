/** What a person takes away. Nothing in it tells whoever finds it what it is for. */
export interface Note {
  /** The print's title and the file's name. */
  readonly title: string;
  readonly lines: readonly string[];
}

/**
 * Prints the note alone: the page around it would tell what it is for. While it is printed it stands beside the button
 * that was pressed: what records the page leaves out all that is in our elements, and it goes when the page is turned.
 */
export function printNote({ title, lines }: Note, beside: Node): void {
  const place = beside.parentNode;
  place?.querySelector('iframe')?.remove();
  const frame = document.createElement('iframe');
  frame.ariaHidden = 'true';
  frame.tabIndex = -1;
  frame.style.cssText = 'position:absolute;inline-size:0;block-size:0;border:0';
  const forget = () => frame.remove();
  const print = () => {
    const inside = frame.contentDocument;
    const view = frame.contentWindow;
    if (!inside || !view) return;
    inside.title = title;
    for (const line of lines) inside.body.append(Object.assign(inside.createElement('p'), { textContent: line }));
    view.addEventListener('afterprint', forget);
    view.print();
    // Not every browser says that it has printed; the window has the focus again once its dialog is closed.
    addEventListener('focus', forget, { once: true });
  };
  // Once: it loads again where the element is moved in the page, and nobody asked to print then.
  frame.addEventListener('load', print, { once: true });
  place?.append(frame);
}

/** Saves the note as a file, which is the only trace of it on the device. */
export function saveNote({ title, lines }: Note): void {
  const address = URL.createObjectURL(new Blob([`${lines.join('\n')}\n`], { type: 'text/plain' }));
  Object.assign(document.createElement('a'), { href: address, download: `${title}.txt` }).click();
  // A browser may read it only after the person has said where to.
  setTimeout(() => URL.revokeObjectURL(address), 60_000);
}
