import { around, pagesOfSelf, type Choice, type Control } from './pages.ts';

/*
 * The same form without a line of script: a page a step, each answered with the next one. It is the limit of what a form
 * can cost a browser, and what the others are measured by.
 */

const pages = pagesOfSelf();
export type Sent = ReadonlyMap<string, readonly string[]>;

/** What stands on the page of a step; after the last one the answers to check. */
export function renderStep(place: number, sent: Sent, errors: ReadonlyMap<string, string> = new Map()): string {
  const page = pages[place];
  if (!page) return renderCheck(sent);
  const { progress, heading, lead, controls } = page;
  const isAlone = heading === controls[0]?.label;
  const title = `<h2 id="step-heading" tabindex="-1">${escaped(heading)}</h2>`;
  return `<form class="form" method="post" action="/plain-html/${place}" novalidate autocomplete="off">
${renderErrors(errors)}
${place === 0 ? `<p class="danger"><strong>${escaped(around.danger.heading)}</strong> ${escaped(around.danger.text)}</p>` : `<a href="/plain-html/${place - 1}">${around.back}</a>`}
<p class="progress">${escaped(progress)}</p>
${isAlone ? '' : title}${lead && `<p>${escaped(lead)}</p>`}
${controls.map((control, index) => renderControl(control, { sent, errors, title: isAlone && index === 0 ? title : '' })).join('\n')}
<button>${around.next}</button>
</form>`;
}

/** What keeps the answers of a step from going on. */
export function errorsOf(place: number, sent: Sent): ReadonlyMap<string, string> {
  const found = (pages[place]?.controls ?? []).map(control => [control.name, errorOf(control, sent)] as const);
  return new Map(found.filter(([, error]) => error));
}

function errorOf(control: Control, sent: Sent): string {
  const [text = ''] = sent.get(control.name) ?? [];
  if (!('missing' in control)) return '';
  if (!text) return control.missing;
  if (control.kind === 'tel') return text.replace(/\D/g, '').length >= 5 ? '' : control.wrong;
  if (control.kind === 'email') return /^\S+@\S+\.\S+$/.test(text) ? '' : control.wrong;
  return '';
}

interface Shown {
  readonly sent: Sent;
  readonly errors: ReadonlyMap<string, string>;
  /** The page's heading, where the control is its only question. */
  readonly title: string;
}

function renderControl(control: Control, { sent, errors, title }: Shown): string {
  const { name, label, hint } = control;
  const help = `${hint && `<p class="hint" id="${name}-hint">${escaped(hint)}</p>`}${renderError(errors.get(name))}`;
  const described = hint && ` aria-describedby="${name}-hint"`;
  const [value = ''] = sent.get(name) ?? [];
  switch (control.kind) {
    case 'one':
    case 'many':
      return `<fieldset${described}><legend>${title || escaped(label)}</legend>${help}${renderOptions(control, sent)}</fieldset>`;
    case 'day': {
      const parts = control.parts.map(part => {
        const [text = ''] = sent.get(part.name) ?? [];
        return `<div><label for="${part.name}">${part.label}</label><input type="text" inputmode="numeric" id="${part.name}" name="${part.name}" value="${escaped(text)}"></div>`;
      });
      return `<fieldset${described}><legend>${title || escaped(label)}</legend>${help}<div class="day">${parts.join('')}</div></fieldset>`;
    }
    case 'tick':
      return `<label class="option"><input type="checkbox" name="${name}"><span>${escaped(label)}</span></label>`;
    default: {
      const caption = `<label for="${name}">${escaped(label)}</label>`;
      const named = title.replace(/>.*</, () => `>${caption}<`) || caption;
      const field =
        control.kind === 'story'
          ? `<textarea id="${name}" name="${name}" rows="5"${described}>${escaped(value)}</textarea>`
          : `<input type="${control.kind}" id="${name}" name="${name}" value="${escaped(value)}"${described}>`;
      return `<div class="field">${named}${help}${field}</div>`;
    }
  }
}

function renderOptions({ name, kind, options }: Choice, sent: Sent): string {
  const type = kind === 'one' ? 'radio' : 'checkbox';
  const rows = options.map(({ value, label, hint }) => {
    const id = `${name}-${value}-label`;
    const isOn = sent.get(name)?.includes(value) ? ' checked' : '';
    return `<label class="option"><input type="${type}" name="${name}" value="${value}" aria-labelledby="${id}"${isOn}><span><span id="${id}">${escaped(label)}</span>${hint && `<span class="hint">${escaped(hint)}</span>`}</span></label>`;
  });
  return rows.join('\n');
}

function renderErrors(errors: ReadonlyMap<string, string>): string {
  if (errors.size === 0) return '';
  const links = [...errors].map(([name, error]) => `<li><a href="#${name}">${escaped(error)}</a></li>`);
  return `<div class="summary" role="alert"><h2>${around.problem}</h2><ul>${links.join('')}</ul></div>`;
}

function renderError(error: string | undefined): string {
  return error ? `<p class="error">${escaped(error)}</p>` : '';
}

function renderCheck(sent: Sent): string {
  const rows = pages
    .flatMap(({ controls }) => controls)
    .map(control => `<dt>${escaped(control.label)}</dt><dd>${escaped(said(control, sent))}</dd>`);
  return `<div class="form"><h2 id="step-heading" tabindex="-1">${escaped(around.check.heading)}</h2>
<p>${escaped(around.check.lead)}</p><dl>${rows.join('\n')}</dl></div>`;
}

function said(control: Control, sent: Sent): string {
  if (control.kind === 'day') return control.parts.flatMap(({ name }) => sent.get(name) ?? []).join(' ');
  const values = sent.get(control.name) ?? [];
  if (control.kind !== 'one' && control.kind !== 'many') return values.join(' ');
  return control.options.flatMap(({ value, label }) => (values.includes(value) ? label : [])).join(', ');
}

function escaped(text: string): string {
  return text.replace(/[&<>"]/g, letter => `&#${letter.charCodeAt(0)};`);
}
