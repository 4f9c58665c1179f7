import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { launch } from '../test/browser.ts';
import { standingsOf, takeTurns, type Contender, type Standing } from './contender.ts';
import { buildPeers, buildWidgets } from './form/build.ts';
import { pagesOfSelf } from './form/pages.ts';
import { openSite } from './form/site.ts';
import { visit, type Visit } from './form/visit.ts';
import { hubOnPGlite } from './hub-process.ts';

const rounds = 7;

interface Figure {
  readonly what: string;
  readonly unit: string;
  readonly target?: string;
  readonly of: (visit: Visit) => number | undefined;
  /** True where a busy machine can only add to it: then the least of the rounds is what it takes. @default false */
  readonly isLeast?: boolean;
}

const figures: readonly Figure[] = [
  { what: 'The form: scripts and styles before the first answer', unit: 'bytes', target: '<= 28,672 bytes', of: ({ firstBytes }) => firstBytes, isLeast: true },
  { what: 'The form: scripts and styles of the whole visit', unit: 'bytes', of: ({ allBytes }) => allBytes },
  { what: 'The form: until the first option can be chosen', unit: 'ms', target: '<= 1.4 x plain HTML', of: ({ usable }) => usable },
  { what: 'The form: blocked while it loads', unit: 'ms', of: ({ blocking }) => blocking },
  { what: 'The form: a step, from Continue to the next heading', unit: 'ms', of: ({ step }) => step },
  { what: 'The form: the longest interaction', unit: 'ms', target: '<= 100 ms', of: ({ longest }) => longest },
  { what: 'The form: how far the page shifts', unit: 'thousandths', target: '0', of: ({ shift }) => shift * 1_000 },
  { what: 'The form: memory of scripts at its end', unit: 'kB', of: ({ heap }) => heap && heap / 1_024 },
]; // prettier-ignore

/** What our form costs a browser, over the same questions as pages of plain HTML. */
export async function compareForms(): Promise<(Omit<Figure, 'of' | 'isLeast'> & { readonly standings: Standing[] })[]> {
  const widgets = mkdtempSync(join(tmpdir(), 'advocacy-hub-bench-'));
  const { first } = buildWidgets(widgets);
  const { folder, built } = await buildPeers();
  const site = await openSite(folder, built);
  const hub = await hubOnPGlite({ origin: site.origin, assets: widgets });
  const browser = await launch();
  try {
    site.add('ours', { hub: hub.url, key: hub.key, preloads: first });
    site.add('ours-alone', { hub: hub.url, key: hub.key, preloads: [] });
    const pages = pagesOfSelf();
    const contender = (name: string, page: string, more: { heading?: string; host?: string; pages?: [] } = {}) => ({
      name,
      measure: () =>
        visit(browser, { address: `${site.origin}/${page}`, pages, host: '', heading: '#step-heading', ...more }),
    });
    const host = 'advocacy-referral-form';
    const contenders: Contender<Visit>[] = [
      contender('plain HTML', 'plain-html'),
      contender('ours', 'ours', { host }),
      contender('ours, no preload', 'ours-alone', { host, pages: [] }),
      contender('React', 'react'),
      contender('SurveyJS', 'surveyjs', { heading: '.sd-page__title, .sd-question__title' }),
    ];
    const taken = await takeTurns(contenders, rounds);
    return figures.map(({ of, isLeast, ...figure }) => {
      const all = taken.map(({ name, figures }) => {
        const found = figures.flatMap(each => of(each) ?? []);
        return { name, figures: isLeast ? found.map(() => Math.min(...found)) : found };
      });
      return { ...figure, standings: standingsOf(all.filter(({ figures }) => figures.length > 0)) };
    });
  } finally {
    await browser.close();
    await hub.stop();
    site.close();
    rmSync(widgets, { recursive: true });
  }
}
