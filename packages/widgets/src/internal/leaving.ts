const lossy = new Set<object>();

/** Has the browser ask before a person leaves a page on which this element has something to lose. */
export function askBeforeLeaving(element: object, isLossy: boolean): void {
  if (isLossy) lossy.add(element);
  else lossy.delete(element);
  // A listener alone keeps some browsers from keeping the page for Back.
  if (lossy.size > 0) addEventListener('beforeunload', ask);
  else removeEventListener('beforeunload', ask);
}

function ask(event: BeforeUnloadEvent): void {
  event.preventDefault();
  // What browsers before 2023 go by.
  event.returnValue = true;
}
