// Prints how the sources of single sentences are read: presence, names and roles, by language.
// usage: node bench/attribution.mjs [CASES.jsonl] [--wrong]   (after `npm run build`)
import { existsSync, readFileSync } from 'node:fs';
import { findAttributions } from '../dist/extract/fields/attribution.js';

const file =
  process.argv.slice(2).find((argument) => !argument.startsWith('--')) ?? '../shared/cases/attribution.jsonl';
if (!existsSync(file)) {
  console.log(`no cases at ${file}`);
  process.exit(0);
}
const fold = (name) =>
  name
    .toLowerCase()
    .replace(/[«»"“”„]/g, '')
    .trim();
const f1 = ({ hit, extra, missed }) => (2 * hit) / (2 * hit + extra + missed || 1);
const tallies = new Map();
let roles = { right: 0, all: 0 };

for (const line of readFileSync(file, 'utf8').split('\n').filter(Boolean)) {
  const { id, lang, text, attributions } = JSON.parse(line);
  const found = findAttributions([text], []);
  const tally = tallies.get(lang) ?? {
    presence: { hit: 0, extra: 0, missed: 0, none: 0 },
    names: { hit: 0, extra: 0, missed: 0 },
  };
  tallies.set(lang, tally);
  tally.presence[
    attributions.length > 0 ? (found.length > 0 ? 'hit' : 'missed') : found.length > 0 ? 'extra' : 'none'
  ]++;
  const matches = attributions.map((wanted) => {
    const names = [wanted.name, wanted.canonicalName, ...(wanted.accept ?? [])].map(fold);
    return found.find(({ name, canonicalName }) => names.includes(fold(name)) || names.includes(fold(canonicalName)));
  });
  const hit = matches.filter((match) => match !== undefined).length;
  tally.names.hit += hit;
  tally.names.missed += attributions.length - hit;
  tally.names.extra += found.length - hit;
  const right = matches.filter((match, index) => match?.role === attributions[index].role).length;
  roles = { right: roles.right + right, all: roles.all + hit };
  if (process.argv.includes('--wrong') && (right !== attributions.length || found.length !== attributions.length)) {
    console.log(
      id,
      text,
      '\n  found',
      found.map(({ name, role, rule }) => `${name} (${role}, ${rule})`).join('; '),
      '\n  wanted',
      attributions.map(({ name, role }) => `${name} (${role})`).join('; '),
    );
  }
}
for (const [lang, { presence, names }] of tallies) {
  const precision = presence.hit / (presence.hit + presence.extra || 1);
  console.log(
    `${lang}: presence F1 ${f1(presence).toFixed(3)} (precision ${precision.toFixed(3)}), names F1 ${f1(names).toFixed(3)}`,
  );
}
console.log(`roles ${roles.right}/${roles.all}`);
