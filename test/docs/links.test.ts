import { existsSync, readdirSync, readFileSync, statSync } from 'node:fs';
import { dirname, join, relative } from 'node:path';
import { describe, expect, it } from 'vitest';
import { buildProgram } from '../../src/cli/program.js';
import { root } from './steps.js';

const docs = readdirSync(join(root, 'docs'), { recursive: true, encoding: 'utf8' }).map((name) => join('docs', name));
const pages = ['README.md', 'CHANGELOG.md', 'samples/README.md', ...docs.filter((name) => name.endsWith('.md'))];
const LINK = /\]\(([^()\s]+)\)/g;
const OUTSIDE = /^[a-z]+:/;

/** The name by which a heading is linked to: lower case, spaces as dashes, other signs left out. */
function anchorsOf(path: string): readonly string[] {
  const headings = readFileSync(path, 'utf8').matchAll(/^#+ (.+)$/gm);
  return [...headings].map(([, text = '']) =>
    text
      .toLowerCase()
      .replaceAll(/[^\p{L}\p{N}\s-]/gu, '')
      .replaceAll(' ', '-'),
  );
}

/** Links of a page that lead nowhere. */
function deadLinks(page: string): readonly string[] {
  const links = [...readFileSync(join(root, page), 'utf8').matchAll(LINK)].map(([, link = '']) => link);
  return links
    .filter((link) => !OUTSIDE.test(link))
    .filter((link) => {
      const [file = '', anchor] = link.split('#');
      const path = file === '' ? join(root, page) : join(root, dirname(page), file);
      if (!existsSync(path)) return true;
      return anchor !== undefined && statSync(path).isFile() && !anchorsOf(path).includes(anchor);
    });
}

describe('documents', () => {
  it.each(pages)('%s has no link that leads nowhere', (page) => {
    expect(deadLinks(page)).toEqual([]);
  });

  it('are all to be reached from README.md', () => {
    const reached = new Set<string>();
    const visit = (page: string): void => {
      if (reached.has(page) || !page.endsWith('.md')) return;
      reached.add(page);
      for (const [, link = ''] of readFileSync(join(root, page), 'utf8').matchAll(LINK)) {
        const [file = ''] = link.split('#');
        const path = join(root, dirname(page), file);
        if (!OUTSIDE.test(link) && file !== '' && existsSync(path) && statSync(path).isFile())
          visit(relative(root, path));
      }
    };
    visit('README.md');
    const decisions = join('docs', 'decisions');
    expect(docs.filter((name) => name.endsWith('.md') && !name.startsWith(decisions) && !reached.has(name))).toEqual(
      [],
    );
  });

  it('README.md names every command', async () => {
    const readme = readFileSync(join(root, 'README.md'), 'utf8');
    const names = (await buildProgram({ code: 0 }, [])).commands.map((command) => command.name());
    expect(names.filter((name) => !readme.includes(`\`${name}\``))).toEqual([]);
  });
});
