import { describe, expect, it } from 'vitest';
import { selectorProblem } from '../../../src/extract/html/check-selector.js';

describe('selectorProblem()', () => {
  it.each([
    'h1',
    '#news-title',
    '.story > .text',
    'li[title^="Просмотров: ~"]',
    'td:nth-child(2) > b',
    '.қазақ, p:first-child',
    'a[rel~="tag"]',
    'use[xlink:href="#eye"]',
    'tr:nth-child(2n + 1) > td',
    '.icon + span',
  ])('finds nothing wrong with %s', (selector) => {
    expect(selectorProblem(selector)).toBeNull();
  });

  it.each([
    ['', 'is not understood as a CSS selector'],
    ['a[', 'is not understood as a CSS selector'],
    ['..x', 'is not understood as a CSS selector'],
    ['a,', 'is not understood as a CSS selector'],
    ['> a', 'has a combinator with nothing before or after it'],
    ['a >', 'has a combinator with nothing before or after it'],
    ['a ~ b', 'uses ~, which profiles may not'],
    ['div:has(p)', 'uses :has(p), which profiles may not'],
    ['p:nope', 'uses :nope, which profiles may not'],
    ['div:not(:not(p))', 'uses :not, which profiles may not'],
    ['p::before', 'has a pseudo-element; only ::attr(name) at the end is known'],
    ['div '.repeat(40), 'has more than 12 steps'],
  ])('says that %j %s', (selector, problem) => {
    expect(selectorProblem(selector)).toBe(problem);
  });
});
