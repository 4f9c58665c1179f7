/** Has the browser ask before a person leaves a page on which there is something to lose. */
export function askBeforeLeaving(isLossy: boolean): void {
  if (isLossy) addEventListener('beforeunload', ask);
  else removeEventListener('beforeunload', ask);
}

function ask(event: BeforeUnloadEvent): void {
  event.preventDefault();
  // What browsers before 2023 go by.
  event.returnValue = true;
}
