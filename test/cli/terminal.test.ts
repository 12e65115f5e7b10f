import { describe, expect, it } from 'vitest';
import { oneLine, table, visible } from '../../src/cli/terminal.js';

describe('table()', () => {
  it('lines up words from the left and columns of numbers from the right', () => {
    expect(
      table([
        ['read', '1,200', 'pages'],
        ['skipped', '7', ''],
      ]),
    ).toBe('  read     1,200  pages\n  skipped      7\n');
  });

  it('keeps a column with words among numbers as words', () => {
    expect(
      table([
        ['a', '12', 'x'],
        ['b', 'none', 'y'],
      ]),
    ).toBe('  a  12    x\n  b  none  y\n');
  });
});

describe('visible()', () => {
  it('shows what would steer a terminal or turn the order of letters', () => {
    expect(visible('a\u001b[2Jb\u009bc\u202ed\u0000')).toBe('a\\u{1b}[2Jb\\u{9b}c\\u{202e}d\\u{0}');
  });

  it('leaves text and line ends alone', () => {
    expect(visible('Қазақ\tтілі\n')).toBe('Қазақ\tтілі\n');
  });
});

describe('oneLine()', () => {
  it('cuts by characters, not by code units', () => {
    expect(oneLine('👍👍👍\nа', 3)).toBe('👍👍…');
  });
});
