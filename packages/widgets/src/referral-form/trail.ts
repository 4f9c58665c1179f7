import type { ReactiveController, ReactiveControllerHost } from 'lit';
import type { StepName } from './steps.ts';

const key = 'advocacyStep';

/**
 * The pages that a person went through, so that the browser's Back goes back one question.
 * The history is given a number and nothing else: what stands under the number is in memory alone.
 */
export class Trail implements ReactiveController {
  readonly #host: ReactiveControllerHost & { readonly stepsInHistory: boolean };
  readonly #onReturn: (name: StepName) => void;
  #names: StepName[];
  #at = 0;

  constructor(
    host: ReactiveControllerHost & { readonly stepsInHistory: boolean },
    first: StepName,
    onReturn: (name: StepName) => void,
  ) {
    this.#host = host;
    this.#names = [first];
    this.#onReturn = onReturn;
    host.addController(this);
  }

  hostConnected(): void {
    addEventListener('popstate', this.#return);
  }

  hostDisconnected(): void {
    removeEventListener('popstate', this.#return);
  }

  /** A page was turned to. */
  add(name: StepName): void {
    if (!this.#host.stepsInHistory) return;
    // A page that was loaded anew has the numbers of the one before, but none of its answers.
    if (this.#at === 0) history.replaceState({ [key]: 0 }, '');
    this.#names = [...this.#names.slice(0, this.#at + 1), name];
    this.#at += 1;
    history.pushState({ [key]: this.#at }, '');
  }

  /** Goes back as the browser does. Returns false where the history is not ours. */
  goBack(): boolean {
    if (!this.#host.stepsInHistory || this.#at === 0) return false;
    history.back();
    return true;
  }

  /** All is done: the way back leads out of the form at once. */
  end(): void {
    if (this.#at > 0) history.go(-this.#at);
    this.#at = 0;
    this.#names = this.#names.slice(0, 1);
  }

  readonly #return = ({ state }: PopStateEvent): void => {
    if (!this.#host.stepsInHistory) return;
    // An entry without our number is somebody else's.
    const at = Number((state as Record<string, unknown> | null)?.[key] ?? NaN);
    const name = this.#names[at];
    if (name === undefined) return;
    this.#at = at;
    this.#onReturn(name);
  };
}
