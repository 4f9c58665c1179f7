const lossy = new Set<object>();

/** Has the browser ask before a person leaves a page on which this element has something to lose. */
export function askBeforeLeaving(element: object, isLossy: boolean): void {
  if (isLossy) lossy.add(element);
  else lossy.delete(element);
  // A listener alone keeps some browsers from keeping the page for Back.
  if (lossy.size > 0) addEventListener('beforeunload', ask);
  else removeEventListener('beforeunload', ask);
}

/** Lets a person follow a link that leads out of the page and not away from it: to ring, to text, to write. */
export function letCallsThrough(event: Event): void {
  const link = event.composedPath().find(each => each instanceof HTMLAnchorElement);
  if (!link || /^https?:$/.test(link.protocol) || lossy.size === 0) return;
  removeEventListener('beforeunload', ask);
  // Browsers ask a moment after the click.
  setTimeout(() => lossy.size > 0 && addEventListener('beforeunload', ask), 1_000);
}

function ask(event: BeforeUnloadEvent): void {
  event.preventDefault();
  // What browsers before 2023 go by.
  event.returnValue = true;
}
