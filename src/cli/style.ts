/** Marks in a text for a person: colours on a terminal, signs elsewhere. */
export interface Style {
  /** A word that was asked for. */
  hit(text: string): string;
  /** Words that a repair put there, and words that nobody could mend. */
  repaired(text: string): string;
  damaged(text: string): string;
  /** Words that a later text has not, and words that only it has. */
  gone(text: string): string;
  added(text: string): string;
  title(text: string): string;
  faint(text: string): string;
}

type Mark = readonly [before: string, after: string];

const SIGNS: Readonly<Record<keyof Style, Mark>> = {
  hit: ['«', '»'],
  repaired: ['⟦', '⟧'],
  damaged: ['⟦?', '⟧'],
  gone: ['[-', '-]'],
  added: ['{+', '+}'],
  title: ['', ''],
  faint: ['', ''],
};

const COLOURS: Readonly<Record<keyof Style, Mark>> = {
  hit: ['\u001b[1;7m', '\u001b[0m'],
  repaired: ['\u001b[4;36m', '\u001b[0m'],
  damaged: ['\u001b[4;31m', '\u001b[0m'],
  gone: ['\u001b[9;31m', '\u001b[0m'],
  added: ['\u001b[32m', '\u001b[0m'],
  title: ['\u001b[1m', '\u001b[0m'],
  faint: ['\u001b[2m', '\u001b[0m'],
};

/** Marks fit for standard output: colours on a terminal, unless NO_COLOR or --no-color forbids or FORCE_COLOR demands them. */
export function styleFor(allowsColour: boolean): Style {
  const { NO_COLOR, FORCE_COLOR } = process.env;
  const isForced = FORCE_COLOR !== undefined && FORCE_COLOR !== '' && FORCE_COLOR !== '0';
  const isWanted = isForced || (process.stdout.isTTY && !NO_COLOR && process.env.TERM !== 'dumb');
  const marks = allowsColour && isWanted ? COLOURS : SIGNS;
  const mark =
    (name: keyof Style) =>
    (text: string): string =>
      text === '' ? '' : `${marks[name][0]}${text}${marks[name][1]}`;
  return {
    hit: mark('hit'),
    repaired: mark('repaired'),
    damaged: mark('damaged'),
    gone: mark('gone'),
    added: mark('added'),
    title: mark('title'),
    faint: mark('faint'),
  };
}
