import { expect, fixture, html, waitUntil } from '@open-wc/testing';
import { render, type TemplateResult } from 'lit';
import { cy } from '../../packages/widgets/src/internal/strings/cy.ts';
import { button } from '../../packages/widgets/src/parts/button.ts';
import { contactBlock } from '../../packages/widgets/src/parts/contact-block.ts';
import { peopleField, type Person } from '../../packages/widgets/src/parts/people-field.ts';
import { printNote } from '../../packages/widgets/src/referral-form/note.ts';
import { allByRole, descriptionOf, findByRole } from './setup.ts';

/** A part stands in a shadow root, as in an element. */
async function shown(part: TemplateResult): Promise<HTMLElement> {
  const host = await fixture<HTMLElement>(html`<div></div>`);
  render(part, host.attachShadow({ mode: 'open' }));
  return host;
}

describe('the ways to speak to someone', () => {
  const routes = [
    { kind: 'telephone', value: '0191 498 0320', link: 'tel:+441914980320', hours: 'Monday to Friday, 9am to 5pm' },
    { kind: 'visit', value: 'The old library' },
    { kind: 'website', value: 'Our page', link: 'https://hub.example' },
  ] as const;
  const block = (language?: string) =>
    shown(html`
      <div class="frame" lang="cy">
        ${contactBlock({ words: cy, title: cy.contact, routes, showsFallback: false, language })}
      </div>
    `);
  /** The language in which a screen reader says a text. */
  const voiceOf = (host: Element, text: string) => {
    const leaf = [...(host.shadowRoot?.querySelectorAll('dl *') ?? [])].find(
      each => each.children.length === 0 && each.textContent.trim() === text,
    );
    return leaf?.closest('[lang]')?.getAttribute('lang');
  };

  it('are read out in the hub’s own language, and what we call them in the one that is chosen', async () => {
    const host = await block('en');

    for (const own of ['0191 498 0320', 'Monday to Friday, 9am to 5pm', 'The old library'])
      expect(voiceOf(host, own), own).to.equal('en');
    expect(voiceOf(host, cy.contact.kinds.telephone)).to.equal('cy');
    const page = await findByRole(host, 'link', `Our page ${cy.newTab}`);
    expect(page.closest('[lang]')?.getAttribute('lang')).to.equal('cy');
    expect(page.querySelector('bdi')?.lang).to.equal('en');
  });

  it('are read out in the language around them where the hub’s own is not known', async () => {
    const host = await block();

    expect(voiceOf(host, 'Monday to Friday, 9am to 5pm')).to.equal('cy');
  });
});

describe('a few people', () => {
  const error = 'Write who it is';
  const field = (people: readonly Person[], at?: number) =>
    shown(html`
      ${peopleField({
        id: 'supporters',
        label: 'Who could help?',
        error,
        at,
        people,
        who: 'relationship',
        about: ['paid'],
        options: [
          { value: 'yes', label: 'Yes' },
          { value: 'no', label: 'No' },
        ],
        words: {
          person: place => `Person ${place}`,
          labels: { relationship: 'Who is it?', paid: 'Are they paid?' },
          add: 'Add someone',
          remove: 'Remove',
        },
        most: 3,
        onChange: () => undefined,
      })}
    `);
  const marked = (host: Element) =>
    allByRole(host, 'textbox', 'Who is it?').map(line => line.getAttribute('aria-invalid') === 'true');
  const timesSaid = (host: Element) =>
    [...(host.shadowRoot?.querySelectorAll('.error') ?? [])].filter(each => each.textContent === error).length;

  it('show what is wrong at the one whom it is about, and nowhere else', async () => {
    const host = await field([{ relationship: 'Brother' }, {}, { relationship: 'Friend' }], 1);

    expect(marked(host)).to.deep.equal([false, true, false]);
    expect(timesSaid(host)).to.equal(1);
    expect(descriptionOf(allByRole(host, 'textbox')[1]!)).to.equal(error);
  });

  it('show it at the first where nobody is named', async () => {
    const host = await field([]);

    expect(marked(host)).to.deep.equal([true]);
    expect(timesSaid(host)).to.equal(1);
  });
});

describe('a printed note', () => {
  const note = { title: 'note', lines: ['Your reference: 7KQ2-M9XD', 'Your private code: 4TZ8-PW3H-6RNA'] };
  const own = Object.getOwnPropertyDescriptor(HTMLIFrameElement.prototype, 'contentWindow')!;
  let printed: string[] = [];
  let printing: Window | undefined;

  beforeEach(() => {
    printed = [];
    Object.defineProperty(HTMLIFrameElement.prototype, 'contentWindow', {
      ...own,
      get(this: HTMLIFrameElement) {
        const view = own.get!.call(this) as Window | null;
        if (!view) return view;
        printing = view;
        view.print = () => void printed.push(`${view.document.title}: ${view.document.body.textContent}`);
        return view;
      },
    });
  });

  afterEach(() => {
    Object.defineProperty(HTMLIFrameElement.prototype, 'contentWindow', own);
  });

  const page = () =>
    shown(
      html`<div>
        ${button({ label: 'Print', act: ({ currentTarget }) => printNote(note, currentTarget as Node) })}
      </div>`,
    );
  const framesIn = (root: ParentNode | null) => root?.querySelectorAll('iframe[aria-hidden]').length;
  const print = async (host: Element) => {
    const before = printed.length;
    (await findByRole(host, 'button', 'Print')).click();
    await waitUntil(() => printed.length > before, 'it is printed');
  };

  it('has its lines alone, and stands where the page around cannot find it', async () => {
    const host = await page();

    await print(host);

    expect(printed).to.deep.equal([`note: ${note.lines.join('')}`]);
    expect(framesIn(document)).to.equal(0);
    expect(framesIn(host.shadowRoot)).to.equal(1);
  });

  it('is gone when it is printed', async () => {
    const host = await page();
    await print(host);

    printing?.dispatchEvent(new Event('afterprint'));

    expect(framesIn(host.shadowRoot)).to.equal(0);
  });

  it('is gone when the window has the focus again, where a browser does not say that it has printed', async () => {
    const host = await page();
    await print(host);

    dispatchEvent(new Event('focus'));

    expect(framesIn(host.shadowRoot)).to.equal(0);
  });

  it('is there once, however often it is printed', async () => {
    const host = await page();

    await print(host);
    await print(host);

    expect(framesIn(host.shadowRoot)).to.equal(1);
  });

  it('goes with the page that it was printed from', async () => {
    const host = await page();
    await print(host);

    render(html`<p>Another page</p>`, host.shadowRoot!);

    expect(framesIn(host.shadowRoot)).to.equal(0);
  });

  it('is not printed again when the element is moved', async () => {
    const host = await page();
    await print(host);

    const elsewhere = await fixture<HTMLElement>(html`<div></div>`);
    elsewhere.append(host);
    const frame = host.shadowRoot?.querySelector('iframe');
    await waitUntil(() => frame?.contentDocument?.readyState === 'complete');

    expect(printed).to.have.lengthOf(1);
    expect(frame?.contentDocument?.body.textContent).to.equal('');
  });
});
