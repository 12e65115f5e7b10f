import type { Article } from '../../model/article.js';
import type { Attribution } from '../../model/attribution.js';
import type { Diagnostic } from '../../model/diagnostic.js';
import type { Evidence } from '../../model/extraction.js';
import { isGenericAuthor } from '../fields/byline.js';
import { readLanguage } from '../fields/language.js';
import type { AddressShape } from '../html/address-shape.js';
import type { Anchor } from './anchor.js';
import type { SplitStory } from './footer.js';
import type { Story } from './story.js';
import type { Found, StoryFacts } from './story-facts.js';

/** A story as a record, with what found each field. */
export interface ReadArticle {
  readonly article: Article;
  readonly evidence: Readonly<Record<string, Evidence>>;
  readonly diagnostics: readonly Diagnostic[];
}

const DOUBTS = {
  'ambiguous-counters': 'The counters can be split in another way:',
  'counter-order-by-size': 'No profile tells the order of the counters; the greater figure was taken for the views:',
} as const;

type FactName = Exclude<keyof StoryFacts, 'keywords'>;
interface Sourced<T> {
  readonly value: T;
  readonly rule: string;
}

/** Turns the lines of a story into an article. `address` is what the address of the page says. */
export function toArticle(story: Story, anchor: Anchor | null, address: AddressShape): ReadArticle {
  const { headline, body, facts } = story;
  const date = factOf(facts, 'date');
  const views = counterOf(facts, 'views');
  const commentCount = counterOf(facts, 'commentCount');
  const section = sectionOf(story, anchor, address);
  const paragraphs = body.paragraphs.map((paragraph) => paragraph.text);
  const author = authorOf(story);
  const keywords = [...new Set([...facts.above.keywords, ...facts.below.keywords])];
  const article: Article = {
    nativeId: address.nativeId,
    headline: headline?.text ?? null,
    lead: body.lead?.text ?? null,
    articleBody: paragraphs,
    datePublished: date?.value.date ?? null,
    timePublished: date?.value.time ?? null,
    dateModified: factOf(facts, 'modified')?.value.date ?? null,
    dateText: date?.value.text ?? null,
    articleSection: section?.value ?? null,
    author: author?.value ?? null,
    inLanguage: readLanguage([headline?.text ?? '', ...paragraphs].join('\n')),
    keywords,
    views: views?.value ?? null,
    commentCount: commentCount?.value ?? null,
    comments: [],
    images: [],
  };
  const rules = {
    headline: headline?.rule,
    lead: body.lead === null ? undefined : 'above-headline-copy',
    articleBody: paragraphs.length === 0 ? undefined : 'below-headline',
    datePublished: article.datePublished === null ? undefined : date?.rule,
    timePublished: article.timePublished === null ? undefined : date?.rule,
    dateModified: article.dateModified === null ? undefined : factOf(facts, 'modified')?.rule,
    articleSection: section?.rule,
    author: author?.rule,
    inLanguage: article.inLanguage === null ? undefined : 'letters',
    keywords: keywords.length === 0 ? undefined : 'label',
    views: views?.rule,
    commentCount: commentCount?.rule,
  };
  return { article, evidence: toEvidence(rules, address), diagnostics: diagnosticsOf(facts) };
}

/** The byline as an attribution; empty where there is none or it names an account of the office. */
export function bylineAttributions(story: Story): readonly Attribution[] {
  const name = authorOf(story)?.value;
  if (name === undefined) return [];
  const phrase = story.body.byline?.phrase ?? name;
  return [{ name, canonicalName: name, role: 'byline', phrase, rule: 'byline' }];
}

/** The byline beside the story's text, else the name beside its date. */
function authorOf({ body, facts }: Story): Sourced<string> | null {
  const printed = body.byline === null ? factOf(facts, 'author') : { value: body.byline.author, rule: 'byline' };
  return printed === null || isGenericAuthor(printed.value) ? null : printed;
}

/** The footer speaks before the lines above the story; a day there below its counters may be that of a comment. */
function factOf<N extends FactName>(facts: Story['facts'], name: N) {
  const { above, below: footer } = facts;
  const isLast = (footer.date?.line.segment ?? 0) > (footer.counters?.line.segment ?? -1);
  const below = name === 'date' && above.date?.value.date && isLast ? null : footer[name];
  const found = below ?? above[name];
  if (found === null) return null;
  return { value: found.value, rule: below === null ? 'below-headline' : 'footer' } as Sourced<
    NonNullable<StoryFacts[N]> extends Found<infer T> ? T : never
  >;
}

/** One counter: the footer may hold the comments, and the lines above the story its views, unless these have another day. */
function counterOf({ below, above }: Story['facts'], name: 'views' | 'commentCount'): Sourced<number> | null {
  const inFooter = below.counters?.value[name] ?? null;
  const days = [below.date?.value.date, above.date?.value.date];
  const isOther = below.counters !== null && days[0] && days[1] && days[0] !== days[1];
  const value = inFooter ?? (isOther ? null : (above.counters?.value[name] ?? null));
  return value === null ? null : { value, rule: inFooter === null ? 'below-headline' : 'footer' };
}

function sectionOf(story: Story, anchor: Anchor | null, address: AddressShape): Sourced<string> | null {
  if (anchor?.section) return { value: anchor.section, rule: 'breadcrumb' };
  const printed = factOf(story.facts, 'section');
  if (printed !== null) return printed;
  return address.section === null ? null : { value: address.section, rule: 'address' };
}

function toEvidence(
  rules: Readonly<Record<string, string | undefined>>,
  address: AddressShape,
): Readonly<Record<string, Evidence>> {
  const known = Object.entries(rules).flatMap(([field, rule]) =>
    rule === undefined ? [] : [[field, { rule, layer: rule === 'address' ? 'address' : 'line-grammar' }] as const],
  );
  const id = address.nativeId === null ? [] : [['nativeId', { rule: 'address', layer: 'address' }] as const];
  return Object.fromEntries([...id, ...known]);
}

function diagnosticsOf({ above, below }: Pick<SplitStory, 'above' | 'below'>): readonly Diagnostic[] {
  const diagnostics: Diagnostic[] = [];
  const counters = below.counters ?? above.counters;
  const doubt = counters?.value.doubt ?? null;
  if (doubt !== null)
    diagnostics.push({ code: doubt, message: `${DOUBTS[doubt]} «${counters?.line.text.slice(0, 100)}».` });
  const days = [above.date?.value.date, below.date?.value.date];
  if (days[0] && days[1] && days[0] !== days[1]) {
    const message = `The page prints ${days[0]} below the headline and ${days[1]} in its footer.`;
    diagnostics.push({ code: 'dates-differ', message });
  }
  return diagnostics;
}
