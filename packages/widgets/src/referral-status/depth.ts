import type { ReactiveController, ReactiveControllerHost } from 'lit';

const key = 'advocacyDepth';

/**
 * How far in the page is that people see, so that the browser's Back goes back a page.
 * The history is given a number and nothing else: what was typed and read is in memory alone.
 */
export class Depth implements ReactiveController {
  readonly #host: ReactiveControllerHost & { readonly stepsInHistory: boolean };
  readonly #onReturn: (depth: number) => void;
  #at = 0;

  constructor(host: ReactiveControllerHost & { readonly stepsInHistory: boolean }, onReturn: (depth: number) => void) {
    this.#host = host;
    this.#onReturn = onReturn;
    host.addController(this);
  }

  hostConnected(): void {
    addEventListener('popstate', this.#return);
  }

  hostDisconnected(): void {
    removeEventListener('popstate', this.#return);
  }

  /** A page was turned to that lies this far in. */
  set(depth: number): void {
    if (!this.#host.stepsInHistory || depth === this.#at) return;
    // A page that was loaded anew has the number of the one before, but nothing that was typed there.
    if (this.#at === 0) history.replaceState({ [key]: 0 }, '');
    if (depth < this.#at) history.go(depth - this.#at);
    for (let next = this.#at + 1; next <= depth; next += 1) history.pushState({ [key]: next }, '');
    this.#at = depth;
  }

  readonly #return = ({ state }: PopStateEvent): void => {
    const depth = (state as Record<string, unknown> | null)?.[key];
    // An entry without a number is not ours: a link within the page makes one.
    if (!this.#host.stepsInHistory || typeof depth !== 'number') return;
    this.#at = depth;
    this.#onReturn(depth);
  };
}
