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
    ['a name with a prefix', '<div class="post__info"><span class="post__author">Jonas Brandt</span></div>'],
    ['a name that a build tool lengthened', '<div class="ArticlePage_author__d92k">Jonas Brandt</div>'],
    ['a label in an element of its own', '<div class="muhabir">Yazar: <b>Jonas Brandt</b></div>'],
    ['the account of an engine', '<span>Submitted by <span class="username">Jonas Brandt</span></span>'],
    ['a label behind the day', '<div>Posted 13 May 2022 by Jonas Brandt</div>'],
    ['a bare line above the day', '<p>Jonas Brandt<br>13.05.2022, 10:15</p>'],
    ['a line with the day and the length', '<div>13.05.2022 · 4 min · Jonas Brandt</div>'],
    ['a label before a link, and the day behind it', '<p>Posted by <a href="#">Jonas Brandt</a> on 13 May 2022</p>'],
    ['a link to the page of an author', '<p><a href="/authors/jonas-brandt">Jonas Brandt</a></p>'],
    ['an aside', '<aside><p>13 May 2022</p><p>Written by Jonas Brandt</p></aside>'],
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
    ['a link to somebody who is quoted', '<p><a href="/people/jonas-brandt">Jonas Brandt</a></p>'],
    ['a place beside the day', '<p>New York<br>13.05.2022</p>'],
    ['a list that is sorted', '<div class="sort-by">Most Popular</div>'],
    ['an aside about another story', '<aside><a href="/2022/05/13/x/">Written by Jonas Brandt</a> 13.05.2022</aside>'],
  ])('takes no author of %s', (_, line) => {
    expect(authorOf(line)).toBeNull();
  });
});
