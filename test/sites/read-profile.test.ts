import { readFileSync } from 'node:fs';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { selectorProblem } from '../../src/extract/html/check-selector.js';
import { profileSchema } from '../../src/sites/profile-schema.js';
import { profiles } from '../../src/sites/profiles.js';
import { readProfile } from '../../src/sites/read-profile.js';

const layout = { name: 'blocks', headline: ['h1'], articleBody: ['.text'] };
const profile = {
  name: 'harbour-gazette',
  sites: [{ host: 'harbour-gazette.example', name: 'The Harbour Gazette' }],
  layouts: [layout],
};
const read = (value: unknown) => readProfile(JSON.stringify(value), selectorProblem);

/** Every problem as `path message`. */
function problems(value: unknown): readonly string[] {
  const reading = read(value);
  return reading.kind === 'profile' ? [] : reading.problems.map(({ path, message }) => `${path} ${message}`);
}

const withLayout = (changes: object): unknown => ({ ...profile, layouts: [{ ...layout, ...changes }] });
const withSite = (changes: object): unknown => ({ ...profile, sites: [{ ...profile.sites[0], ...changes }] });

describe('readProfile()', () => {
  it.each(profiles.map((known) => [known.name, known] as const))('reads %s written as JSON', (_, known) => {
    expect(read(known)).toEqual({ kind: 'profile', profile: known });
  });

  it('needs a name and a layout, and takes a schema and a byte order mark as they come', () => {
    const json = `\ufeff${JSON.stringify({ $schema: './s.json', name: 'a', layouts: [layout] })}`;
    expect(readProfile(json, selectorProblem)).toEqual({
      kind: 'profile',
      profile: { name: 'a', sites: [], layouts: [layout] },
    });
  });

  it.each([
    [[], 'must be an object'],
    [{ name: 'a' }, 'layouts is missing'],
    [{ ...profile, name: 'Harbour Gazette' }, 'name "Harbour Gazette" is not a name of small Latin letters'],
    [{ ...profile, name: 'generic' }, 'name "generic" is taken'],
    [{ ...profile, engine: 'drupal' }, 'engine must be "dle" or "wordpress", not "drupal"'],
    [{ ...profile, timeZone: 'Asia/Nowhere' }, 'timeZone "Asia/Nowhere" is no time zone'],
    [{ ...profile, layouts: [] }, 'layouts must have at least 1'],
    [{ ...profile, layouts: [layout, layout] }, 'layouts[1].name "blocks" stands at layouts[0].name already'],
    [withSite({ host: 'www.harbour-gazette.example' }), 'sites[0].host "www.harbour-gazette.example" is not a host'],
    [
      withSite({ otherHosts: ['harbour-gazette.example'] }),
      'sites[0].otherHosts[0] "harbour-gazette.example" stands at',
    ],
    [withSite({ issn: '12345678' }), 'sites[0].issn "12345678" is not an ISSN'],
    [withLayout({ usedUntil: '2023-02-31' }), 'layouts[0].usedUntil "2023-02-31" is not a day'],
    [withLayout({ headline: 'h1' }), 'layouts[0].headline must be a list'],
    [withLayout({ views: [12] }), 'layouts[0].views[0] must be a string'],
    [withLayout({ author: ['a['] }), 'layouts[0].author[0] "a[" is not understood'],
    [withLayout({ author: ['.a'.repeat(200)] }), 'layouts[0].author[0] must have at most 300 characters'],
    [
      withLayout({ articleBody: ['div::attr(title)'] }),
      'layouts[0].articleBody[0] "div::attr(title)" takes an attribute',
    ],
    [withLayout({ code: 'x' }), 'layouts[0].code is not known'],
    [withLayout({ comment: { item: 'li' } }), 'layouts[0].comment.author is missing'],
    [withLayout({ author: Array(21).fill('a') }), 'layouts[0].author must have at most 20'],
  ])('says where %j is wrong', (value, message) => {
    expect(problems(value).join('\n')).toContain(message);
  });

  it('knows no name that every object has', () => {
    const json = '{"name":"a","layouts":[],"__proto__":{"x":1},"constructor":1,"a b":1}';
    const reading = readProfile(json, selectorProblem);
    expect(reading.kind === 'faulty' && reading.problems.map(({ path }) => path)).toEqual(
      ['__proto__', 'constructor', '["a b"]', 'layouts'].sort(
        (a, b) => Number(b === 'layouts') - Number(a === 'layouts'),
      ),
    );
  });

  it('says of any JSON what it is, and never throws', () => {
    fc.assert(
      fc.property(fc.json(), (json) => ['profile', 'faulty'].includes(readProfile(json, selectorProblem).kind)),
    );
  });

  it('stands no deep list', () => {
    expect(readProfile('['.repeat(500_000), selectorProblem).kind).toBe('faulty');
  });
});

describe('profileSchema', () => {
  it('is what data/site-profile.schema.json holds (renew it with `muragat sites schema`)', () => {
    const file = new URL('../../data/site-profile.schema.json', import.meta.url);
    expect(JSON.parse(readFileSync(file, 'utf8'))).toEqual(profileSchema);
  });
});
