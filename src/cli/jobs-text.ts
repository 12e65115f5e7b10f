import type { QueueStatus } from '../index.js';
import { counted, number, oneLine } from './terminal.js';

/** Dead jobs shown to a person, and characters of what is said of each. */
const SHOWN = 20;
const WIDTH = 200;
const MINUTE = 60;

/** The jobs of a queue for a person. */
export function jobsText({ states, jobsPerMinute, megabytesPerMinute, secondsLeft, deadLetters }: QueueStatus): string {
  const { waiting, retry, active, done, dead } = states;
  const counts = [
    `${number(waiting)} waiting`,
    ...(retry > 0 ? [`${number(retry)} to be tried again`] : []),
    `${number(active)} active`,
    `${number(done)} done`,
    `${number(dead)} dead`,
  ];
  const rate = jobsPerMinute === 0 ? '' : `  ${jobsPerMinute} jobs and ${megabytesPerMinute} MB a minute`;
  const left =
    secondsLeft === null || secondsLeft === 0
      ? ''
      : `, about ${counted(Math.ceil(secondsLeft / MINUTE), 'minute')} left`;
  const letters = deadLetters.slice(0, SHOWN).map(({ paths, reason, tries }) => {
    const dumps = paths.length === 1 ? paths[0] : `${paths[0]} and ${paths.length - 1} more`;
    return `  dead  ${oneLine(`${dumps}: ${reason} (tried ${counted(tries, 'time')})`, WIDTH)}\n`;
  });
  const more = dead > SHOWN ? `  … and ${number(dead - SHOWN)} more: --json lists them\n` : '';
  const again = dead > 0 ? '  muragat retry sends them again.\n' : '';
  return `\nJobs\n  ${counts.join(', ')}\n${rate === '' ? '' : `${rate}${left}\n`}${letters.join('')}${more}${again}`;
}
