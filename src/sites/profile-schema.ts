import type { JsonSchema } from './json-schema.js';

const text = (description: string, maxLength = 200): JsonSchema => ({
  description,
  type: 'string',
  minLength: 1,
  maxLength,
});
const selectors = (description: string, kind: 'selector' | 'textSelector' = 'textSelector'): JsonSchema => ({
  description,
  type: 'array',
  minItems: 1,
  maxItems: 20,
  items: { $ref: `#/$defs/${kind}` },
});

const hosts: JsonSchema = { type: 'array', maxItems: 50, items: { $ref: '#/$defs/host' } };

const site: JsonSchema = {
  type: 'object',
  required: ['host', 'name'],
  additionalProperties: false,
  properties: {
    host: { $ref: '#/$defs/host' },
    otherHosts: { ...hosts, description: 'Earlier and parallel hosts.' },
    name: text('Name of the paper as it prints it, in the nominative.'),
    issn: { title: 'an ISSN such as 1234-567X', type: 'string', pattern: '^\\d{4}-\\d{3}[\\dX]$' },
    language: {
      title: 'a language tag such as kk or kk-Latn',
      type: 'string',
      pattern: '^[A-Za-z]{2,3}(-[A-Za-z0-9]{2,8}){0,3}$',
    },
    timeZone: { $ref: '#/$defs/timeZone' },
    counterOrder: { $ref: '#/$defs/counterOrder' },
  },
};

const comment: JsonSchema = {
  description: 'Where a comment and its parts stand. Parts are looked up inside the comment.',
  type: 'object',
  required: ['item', 'author', 'date', 'text'],
  additionalProperties: false,
  properties: {
    item: { $ref: '#/$defs/selector' },
    author: selectors('Who wrote it.', 'selector'),
    date: selectors('When.', 'selector'),
    text: selectors('What it says.', 'selector'),
  },
};

const layout: JsonSchema = {
  description: 'One design of the site. Selectors stand in order of preference: the first that finds any text counts.',
  type: 'object',
  required: ['name', 'headline', 'articleBody'],
  additionalProperties: false,
  properties: {
    name: { $ref: '#/$defs/kebabCase' },
    mark: { $ref: '#/$defs/selector' },
    usedUntil: {
      description: 'Last day on which the site used this design: later captures are not read with it.',
      type: 'string',
      format: 'date',
    },
    headline: selectors('The headline.'),
    lead: selectors('The first paragraph, where it is set apart.'),
    articleBody: selectors('The element that holds the text of the story.', 'selector'),
    notBody: selectors('Elements inside the body that are no text of the story.', 'selector'),
    datePublished: selectors('The day of the story.'),
    author: selectors('Who wrote it.'),
    articleSection: selectors('Its category; of several the last is the deepest.'),
    keywords: selectors('Its tags: every element is one.'),
    views: selectors('The counter of views.'),
    commentCount: selectors('The counter of comments.'),
    comment,
  },
};

/** JSON Schema of a profile that people write. `data/site-profile.schema.json` holds the same for editors. */
export const profileSchema: JsonSchema = {
  $schema: 'https://json-schema.org/draft/2020-12/schema',
  title: 'Site profile of Muragat',
  description: 'A newspaper, or a family of papers with one design: who they are and where their pages hold what.',
  type: 'object',
  required: ['name', 'layouts'],
  additionalProperties: false,
  properties: {
    $schema: text('Address or path of this schema, for editors.', 1000),
    name: { $ref: '#/$defs/kebabCase' },
    publisher: text('Who publishes these papers.'),
    engine: {
      description: 'Software whose pages this profile reads on hosts that no profile knows.',
      type: 'string',
      enum: ['dle', 'wordpress'],
    },
    sites: { type: 'array', maxItems: 1000, items: site },
    counterOrder: { $ref: '#/$defs/counterOrder' },
    timeZone: { $ref: '#/$defs/timeZone' },
    genericAuthors: {
      description: 'Accounts that are no author: admin, Редакция.',
      type: 'array',
      maxItems: 200,
      items: text('An account.'),
    },
    layouts: { description: 'Newest first.', type: 'array', minItems: 1, maxItems: 50, items: layout },
  },
  $defs: {
    kebabCase: {
      title: 'a name of small Latin letters, figures and hyphens',
      type: 'string',
      maxLength: 60,
      pattern: '^[a-z0-9]+(-[a-z0-9]+)*$',
    },
    host: {
      title: 'a host in small letters without www., such as paper.example',
      type: 'string',
      maxLength: 253,
      pattern: '^(?!www\\.)[a-z0-9\\u0080-\\uffff-]{1,63}(\\.[a-z0-9\\u0080-\\uffff-]{1,63})+$',
    },
    timeZone: {
      description: 'IANA time zone of the clock of the site.',
      type: 'string',
      maxLength: 60,
      format: 'time-zone',
    },
    counterOrder: {
      description: 'Order in which the site prints its two counters, where nothing on the page labels them.',
      type: 'string',
      enum: ['views-comments', 'comments-views'],
    },
    selector: { description: 'A CSS selector.', type: 'string', minLength: 1, maxLength: 300, format: 'selector' },
    textSelector: {
      description: 'A CSS selector; ::attr(name) at its end takes an attribute instead of the text.',
      type: 'string',
      minLength: 1,
      maxLength: 300,
      format: 'text-selector',
    },
  },
};
