import { Parser } from 'htmlparser2';
import { beforeAll, describe, expect, it } from 'vitest';
import type { ReportFigures } from '../../src/model/report.js';
import { reportLanguages } from '../../src/report/language.js';
import { toReport } from '../../src/report/to-report.js';
import { emptyFigures, HOSTILE, head, hostileFigures, sampleFigures } from './reports.js';

const VOID = new Set(['meta']);
/** Elements and attributes of a report; whatever else stands in one came from a page. */
const KNOWN_ELEMENTS = new Set(
  [
    'html head meta title style body a header h1 p main section h2 h3 ul li dl div dt dd nav table thead tbody tr th td',
    'details summary figure figcaption strong span small bdi i code footer svg path text rect circle',
  ].flatMap((line) => line.split(' ')),
);
const KNOWN_ATTRIBUTES = new Set(
  [
    'lang charset http-equiv content name class href id scope role tabindex aria-label aria-labelledby aria-hidden',
    'viewbox preserveaspectratio d x y cx cy r width height transform fill stroke stroke-width text-anchor dominant-baseline',
  ].flatMap((line) => line.split(' ')),
);

/** Walks through a page: what it is made of, and what is not closed in order. */
function structureOf(page: string) {
  const [open, wrong, ids, links, headings]: string[][] = [[], [], [], [], []];
  const parser = new Parser({
    onopentag: (name, attributes) => {
      if (!KNOWN_ELEMENTS.has(name)) wrong?.push(name);
      wrong?.push(...Object.keys(attributes).filter((attribute) => !KNOWN_ATTRIBUTES.has(attribute)));
      if (attributes.id !== undefined) ids?.push(attributes.id);
      if (attributes.href !== undefined) links?.push(attributes.href);
      if (/^h\d$/.test(name)) headings?.push(name);
      if (!VOID.has(name)) open?.push(name);
    },
    onclosetag: (name, isImplied) => {
      if (VOID.has(name)) return;
      if (open?.pop() !== name || (isImplied && !/^(?:path|rect|circle)$/.test(name))) wrong?.push(`/${name}`);
    },
  });
  parser.end(page);
  return { open, wrong, ids: ids ?? [], links: links ?? [], headings: headings ?? [] };
}

describe('toReport()', () => {
  let figures: Readonly<Record<'samples' | 'hostile' | 'empty', ReportFigures>>;
  beforeAll(async () => {
    figures = { samples: await sampleFigures(), hostile: await hostileFigures(), empty: await emptyFigures() };
  }, 120_000);

  it.each(['samples', 'hostile', 'empty'] as const)('writes a sound page of %s in every language', async (name) => {
    for (const language of reportLanguages) {
      const page = await toReport(figures[name], {
        ...head,
        language,
        archive: name === 'hostile' ? HOSTILE : 'news.db',
      });
      const { open, wrong, ids, links, headings } = structureOf(page);
      expect({ open, wrong }).toEqual({ open: [], wrong: [] });
      expect(new Set(ids).size).toBe(ids.length);
      expect(links.filter((link) => !ids.includes(link.slice(1)))).toEqual([]);
      for (const [place, heading] of headings.entries()) {
        expect(Number(heading[1])).toBeLessThanOrEqual(Number(headings[place - 1]?.[1] ?? 0) + 1);
      }
      expect(page.includes(`<html lang="${language}">`)).toBe(true);
      expect(page.match(/undefined|NaN|[^u]\{[a-z]+\}|\[object|[\u0000-\u0008\u202e\ud800]/)).toBeNull();
      expect(page.length).toBeLessThan(600_000);
    }
  });

  it('writes the same page of the same figures', async () => {
    const first = await toReport(figures.samples, head);
    expect(await toReport(structuredClone(figures.samples), head)).toBe(first);
    const later = await toReport(figures.samples, { ...head, madeAt: '2025-01-01T00:00:00Z' });
    expect(later).toBe(first.replace('24 March 2024', '1 January 2025'));
  });

  it('forbids scripts, and whatever is not in the page', async () => {
    const page = await toReport(figures.hostile, head);
    const policy = /http-equiv="Content-Security-Policy" content="([^"]*)"/.exec(page)?.[1]?.replaceAll('&#39;', "'");
    expect(policy).toMatch(/^default-src 'none'; style-src 'sha256-[\w+/]{43}='; base-uri 'none'; form-action 'none'$/);
    expect(page.match(/<script|<img| on\w+="|\sstyle="/)).toBeNull();
    expect(page.includes('&lt;script&gt;alert(1)')).toBe(true);
  });

  it('begins with what the archive holds and what to look at', async () => {
    const { articles, missingIssues, rejects } = figures.samples.totals;
    const page = (await toReport(figures.samples, head)).slice(0, 12_000);
    expect(page).toContain(`The archive holds ${articles} articles of 3 newspapers.`);
    expect(page).toContain(`<a href="#issues">${missingIssues} print issues are missing between known ones</a>`);
    expect(page).toContain(`<a href="#rejects">${rejects} records could not be read</a>`);
    expect(await toReport(figures.empty, head)).toContain('This archive holds nothing yet.');
  });

  it('stays small and whole however many years there are', async () => {
    const years = Array.from({ length: 9000 }, (_, n) => ({ year: n + 1000, months: Array<number>(12).fill(n % 7) }));
    const issueYears = years.slice(-400).map(({ year }) => ({
      ...{ site: 'steppe-news.example', year, known: 50, inferred: 1, missing: 2 },
      missingRuns: [[3, 4]] as const,
    }));
    const page = await toReport({ ...figures.samples, years, issueYears }, head);
    expect(structureOf(page)).toMatchObject({ open: [], wrong: [] });
    expect(page.length).toBeLessThan(800_000);
  });
});
