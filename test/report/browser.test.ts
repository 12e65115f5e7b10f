import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { type Browser, chromium, type Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { reportLanguages } from '../../src/report/language.js';
import { toReport } from '../../src/report/to-report.js';
import { HOSTILE, head, hostileFigures, sampleFigures } from './reports.js';

const executablePath = '/usr/bin/chromium';
const args = [
  ...['--headless', '--no-sandbox', '--disable-gpu', '--disable-quic', '--no-first-run'],
  ...['--disable-background-networking', '--disable-component-update', '--disable-sync'],
];
const checks = readFileSync(new URL('browser-checks.js', import.meta.url), 'utf8');
const views = [360, 1280].flatMap((width) => (['light', 'dark'] as const).map((scheme) => ({ width, scheme })));

/** .ci/run makes sure that there is a browser. */
describe.skipIf(!existsSync(executablePath))('a report in a browser', () => {
  const folder = mkdtempSync(join(tmpdir(), 'muragat-browser-'));
  let browser: Browser;
  const texts = new Map<string, string>();
  beforeAll(async () => {
    const [samples, hostile] = [await sampleFigures(), await hostileFigures()];
    for (const language of reportLanguages) texts.set(language, await toReport(samples, { ...head, language }));
    texts.set('hostile', await toReport(hostile, { ...head, archive: HOSTILE }));
    for (const [name, text] of texts) writeFileSync(join(folder, `${name}.html`), text);
    browser = await chromium.launch({ executablePath, args });
  }, 120_000);
  afterAll(async () => {
    await browser?.close();
    rmSync(folder, { recursive: true });
  });

  /** Opens a report and gives what the browser complained about and asked for. */
  async function look<T>(name: string, view: (typeof views)[number], use: (page: Page) => Promise<T>) {
    const context = await browser.newContext({
      viewport: { width: view.width, height: 800 },
      colorScheme: view.scheme,
    });
    const page = await context.newPage();
    const url = pathToFileURL(join(folder, `${name}.html`)).href;
    const noise: string[] = [];
    page.on('console', (message) => noise.push(message.text()));
    page.on('pageerror', (error) => noise.push(error.message));
    page.on('dialog', (dialog) => noise.push(`dialog: ${dialog.message()}`));
    page.on('request', (request) => request.url() === url || noise.push(request.url()));
    try {
      await page.goto(url);
      await page.evaluate(checks);
      return { noise, seen: await use(page) };
    } finally {
      await context.close();
    }
  }

  it.each([...reportLanguages, 'hostile'])('is quiet, fits and stands out: %s', async (name) => {
    for (const view of views) {
      const { noise, seen } = await look(name, view, async (page) => ({
        misfits: await page.evaluate('checks.misfits()'),
        faint: await page.evaluate('checks.faint()'),
        unnamed: await page.evaluate('checks.unnamed()'),
      }));
      expect({ view, noise, seen }).toEqual({ view, noise: [], seen: { misfits: [], faint: [], unnamed: [0, 0] } });
    }
  });

  it('is used with the keyboard alone', async () => {
    const { seen } = await look('en', { width: 360, scheme: 'light' }, async (page) => {
      const wanted = await page.evaluate<readonly string[]>("checks.all('summary, a:not(.skip), .scroll')");
      const reached: (string | null)[] = [];
      for (let tab = 0; tab < wanted.length + 5; tab += 1) {
        await page.keyboard.press('Tab');
        reached.push(await page.evaluate<string | null>('checks.focused()'));
      }
      await page.locator('summary').first().focus();
      await page.keyboard.press('Enter');
      return { wanted, reached, isOpen: await page.locator('details').first().getAttribute('open') };
    });
    expect(seen.wanted.length).toBeGreaterThan(20);
    expect(seen.wanted.filter((name) => !seen.reached.includes(name))).toEqual([]);
    expect(seen.isOpen).toBe('');
  });

  it('opens every table on paper', async () => {
    const { seen } = await look('ru', { width: 1280, scheme: 'dark' }, async (page) => {
      const before = await page.evaluate('checks.foldedTables()');
      await page.emulateMedia({ media: 'print' });
      const after = await page.evaluate('checks.foldedTables()');
      return { before, after, paper: await page.evaluate('getComputedStyle(document.body).backgroundColor') };
    });
    expect(seen).toEqual({ before: expect.any(Number), after: 0, paper: 'rgb(255, 255, 255)' });
    expect(seen.before).toBeGreaterThan(2);
  });
});
