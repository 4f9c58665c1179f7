import type { LitElement } from 'lit';

/**
 * Does in a story what a person would, one thing after another, each as soon as it can be done. A step is the beginning
 * of a button's or an option's label, to press it; `label = text` writes into a field; with `?` it only waits.
 */
export async function visit(canvas: HTMLElement, tag: string, ...steps: readonly string[]): Promise<void> {
  const element = canvas.querySelector<LitElement>(tag);
  if (!element) throw new Error(`There is no <${tag}>.`);
  for (const step of steps) {
    const [label = '', text] = step.replace(/\?$/, '').split(' = ');
    if (text !== undefined) write(await shown(element, 'input, textarea', label), text);
    else {
      const target = await shown(element, 'button, .option, h2, h3', label);
      if (!step.endsWith('?')) target.click();
    }
    await element.updateComplete;
  }
}

function write(field: HTMLElement, text: string): void {
  (field as HTMLInputElement).value = text;
  field.dispatchEvent(new Event('input', { bubbles: true }));
}

async function shown(element: LitElement, selector: string, label: string): Promise<HTMLElement> {
  for (let frames = 0; frames < 300; frames += 1) {
    const controls = [...(element.shadowRoot?.querySelectorAll<HTMLElement>(selector) ?? [])];
    const found = controls.find(each => (labelOf(each) ?? each.textContent).trim().startsWith(label));
    if (found) return found;
    await new Promise(requestAnimationFrame);
  }
  throw new Error(`There is no “${label}”.`);
}

function labelOf(control: HTMLElement): string | undefined {
  return 'labels' in control ? ((control as HTMLInputElement).labels?.[0]?.textContent ?? undefined) : undefined;
}
