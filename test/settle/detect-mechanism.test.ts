import { describe, expect, it } from 'vitest';
import { detectDamage } from '../../src/settle/detect-mechanism.js';
import { damage, MECHANISMS } from '../../src/settle/mechanisms.js';
import { cpuTime } from '../cpu-time.js';

const clean = 'Республика көпірінің құрылысы күзде аяқталып, ауыл тұрғындары қысқы жолға шықты';

describe('detectDamage()', () => {
  it.each(
    MECHANISMS.filter(({ name }) => name !== 'letters cut to U+FFFD').map((entry) => [entry.name, entry] as const),
  )('takes %s into account', (name, mechanism) => {
    const { mechanisms, lines } = detectDamage(['Таза жол', damage(clean, mechanism)]);
    expect(lines).toEqual([1]);
    expect(mechanisms.map((entry) => entry.name)).toContain(name);
  });

  it.each([
    'Испан әліпбиіндегі «Ñ» әрпі туралы мақала',
    'Экранда «Ð Ñ» деген екі белгі тұрды',
    'Ða Ñandú жүйрік құс',
    'Кел? Жоқ. Бар? Иә.',
    'Что? Где? Когда?',
  ])('leaves what is meant: %s', (line) => {
    expect(detectDamage([line]).lines).toEqual([]);
  });

  it('takes a line of a hundred thousand leads in its stride', () => {
    const started = cpuTime();
    detectDamage(['Ð'.repeat(100_000), 'Ñ?'.repeat(50_000), '?'.repeat(100_000), 'Р°'.repeat(50_000)]);
    expect(cpuTime() - started).toBeLessThan(2000);
  });
});
