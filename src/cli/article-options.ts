import { type Command, InvalidArgumentError, Option } from 'commander';
import type { ArticleFilter } from '../index.js';

/** Flags that choose articles, as commander hands them over. */
export interface FilterFlags {
  readonly from?: string;
  readonly to?: string;
  readonly source?: string;
  readonly section?: string;
  readonly site?: string;
  readonly damaged?: boolean;
}

/** Adds the flags that choose articles. */
export function addFilterFlags(command: Command): Command {
  return command
    .addOption(new Option('--from <day>', 'published on or after this day, month or year').argParser(toDay))
    .addOption(new Option('--to <day>', 'published on or before this day, month or year').argParser(toDay))
    .option('--source <name>', 'taken from this body (ҚазАқпарат, …); a part of the name will do')
    .option('--section <name>', 'in this section')
    .option('--site <name>', 'of this newspaper: host, name or profile')
    .option('--damaged', 'only articles in which damaged text still stands');
}

/** What the library is told of them. */
export function filterOf(flags: FilterFlags): ArticleFilter {
  return {
    from: flags.from ?? null,
    to: flags.to ?? null,
    source: flags.source ?? null,
    section: flags.section ?? null,
    site: flags.site ?? null,
    damaged: flags.damaged === true,
  };
}

const DAY = /^\d{4}(?:-\d{2}(?:-\d{2})?)?$/;

/** Reads `2019`, `2019-06` or `2019-06-24`. */
function toDay(text: string): string {
  const day = DAY.test(text) ? `${text}${'0000-01-01'.slice(text.length)}` : '';
  const moment = new Date(`${day}T00:00:00Z`);
  if (day === '' || Number.isNaN(moment.getTime()) || !moment.toISOString().startsWith(day)) {
    throw new InvalidArgumentError('Give a day (2019-06-24), a month (2019-06) or a year (2019).');
  }
  return text;
}
