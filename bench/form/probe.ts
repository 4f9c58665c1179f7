/** What a page tells about itself, from its first document on. */
export interface Measures {
  /** Milliseconds from the navigation to a first option that can be chosen. */
  usable?: number;
  /** What tasks took of more than 50 ms each, in milliseconds. */
  blocking: number;
  /** How far the page moved without anyone having touched it. */
  shift: number;
  /** The longest time from a press or a key to what it changed on the screen, in milliseconds. */
  longest: number;
  /** Milliseconds from each press of the button to the next heading on the screen. */
  steps: number[];
  /** The heading that a step leaves, and when the button was pressed. */
  left?: { heading: string; at: number };
}

export interface Probe {
  readonly measures: () => Measures;
  /** The next press leads to another heading. */
  readonly watch: () => void;
  /** Resolves when all that was done so far is on the screen. */
  readonly drawn: () => Promise<void>;
}

export interface ProbeOptions {
  /** The element whose shadow root holds the form, where there is one. */
  readonly host: string;
  /** The first of these is the heading of a step. */
  readonly heading: string;
}

/**
 * Runs in the browser before any script of the page, and can call nothing that stands outside of it. Measures
 * survive from page to page: a form without script changes them at each step.
 */
export function probe({ host, heading }: ProbeOptions): void {
  const name = 'bench-measures';
  // The words in it are the form's and never the visitor's.
  const kept = sessionStorage.getItem(name);
  const measures = kept ? (JSON.parse(kept) as Measures) : { blocking: 0, shift: 0, longest: 0, steps: [] };
  const keep = () => sessionStorage.setItem(name, JSON.stringify(measures));

  const root = () => (host ? document.querySelector(host)?.shadowRoot : document);
  const headingNow = () => root()?.querySelector(heading)?.textContent.trim() ?? '';
  const isSeen = (element: Element) => element.checkVisibility() && element.getBoundingClientRect().height > 0;

  const observe = (type: string, take: (entry: never) => void, more: object = {}) =>
    new PerformanceObserver(list => {
      for (const entry of list.getEntries()) take(entry as never);
      keep();
    }).observe({ type, buffered: true, ...more });
  observe('longtask', ({ duration }: PerformanceEntry) => (measures.blocking += duration - 50));
  // The option that is tried below counts as input to the browser, and nobody has touched the page.
  let isTouched = false;
  const touch = ({ isTrusted }: Event) => (isTouched ||= isTrusted);
  for (const type of ['pointerdown', 'keydown']) window.addEventListener(type, touch, { capture: true });
  observe('layout-shift', (entry: { value: number; hadRecentInput: boolean }) => {
    if (!entry.hadRecentInput || !isTouched) measures.shift += entry.value;
  });
  const take = ({ duration, interactionId }: { duration: number; interactionId: number }) => {
    if (interactionId > 0) measures.longest = Math.max(measures.longest, duration);
  };
  observe('event', take, { durationThreshold: 16 });

  /** After the frame that is being drawn now is on the screen. */
  const whenDrawn = (act: () => void) => {
    const { port1, port2 } = new MessageChannel();
    port1.onmessage = act;
    port2.postMessage('');
  };

  const tryFirst = () => {
    const option = root()?.querySelector<HTMLInputElement>('input[type="radio"]');
    if (!option || option.disabled || !isSeen(option.closest('label') ?? option)) {
      requestAnimationFrame(tryFirst);
      return;
    }
    const at = performance.now();
    const { id } = option;
    option.click();
    requestAnimationFrame(() =>
      whenDrawn(() => {
        const chosen = id ? root()?.querySelector<HTMLInputElement>(`[id="${id}"]`) : option;
        if (!chosen?.checked) {
          tryFirst();
          return;
        }
        measures.usable = at;
        keep();
      }),
    );
  };
  if (measures.usable === undefined) requestAnimationFrame(tryFirst);

  const seek = () => {
    if (!measures.left) return;
    const { left } = measures;
    const now = headingNow();
    if (now === '' || now === left.heading) {
      requestAnimationFrame(seek);
      return;
    }
    whenDrawn(() => {
      measures.steps.push(performance.timeOrigin + performance.now() - left.at);
      delete measures.left;
      keep();
    });
  };
  let isWatched = false;
  const press = (event: Event) => {
    if (!isWatched) return;
    isWatched = false;
    measures.left = { heading: headingNow(), at: performance.timeOrigin + event.timeStamp };
    keep();
    requestAnimationFrame(seek);
  };
  window.addEventListener('click', press, { capture: true });
  if (measures.left) requestAnimationFrame(seek);

  window.bench = {
    measures: () => measures,
    watch: () => {
      isWatched = true;
    },
    drawn: () => new Promise(done => requestAnimationFrame(() => whenDrawn(done))),
  };
}

declare global {
  interface Window {
    bench?: Probe;
  }
}
