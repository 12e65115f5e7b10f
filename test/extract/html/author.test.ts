import { describe, expect, it } from 'vitest';
import { HEADLINE, PARAGRAPHS } from './dle-pages.js';
import { readHtml } from './read-html.js';

const text = [...PARAGRAPHS, ...PARAGRAPHS].map((paragraph) => `<p>${paragraph}</p>`).join('');

function authorOf(line: string, head = ''): string | null | undefined {
  const story = `<h1>${HEADLINE}</h1>${line}<div class="q">${text}</div>`;
  return readHtml(`<html><head><title>${HEADLINE}</title>${head}</head><body>${story}</body></html>`).article?.author;
}

describe('readAuthor()', () => {
  it.each([
    ['a line with the day', '<div>Von Jonas Brandt am Do., 14.11.2019 - 06:12</div>'],
    ['a line with signs', '<p>Por Jonas Brandt | 14.11.2019</p>'],
    ['a label before a link', '<p>By <a href="/team/jb">Jonas Brandt</a></p>'],
    ['a label with a colon', '<div>Autor: Jonas Brandt</div>'],
    ['a name of the element', '<span class="auteur">Jonas Brandt</span>'],
  ])('reads %s', (_, line) => {
    expect(authorOf(line)).toBe('Jonas Brandt');
  });

  it('reads the card that WordPress and Ghost make of a story', () => {
    const card = '<meta name="twitter:label1" content="Written by"><meta name="twitter:data1" content="Jonas Brandt">';
    expect(authorOf('', card)).toBe('Jonas Brandt');
  });

  it.each([
    ['a sentence that begins like a label', '<p>By noon the river had risen by two metres.</p>'],
    ['the newsroom', '<p>Von Redaktion</p>'],
  ])('takes no author of %s', (_, line) => {
    expect(authorOf(line)).toBeNull();
  });
});
