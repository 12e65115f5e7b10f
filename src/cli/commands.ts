import type { Command } from 'commander';
import type { Front } from './front.js';

/** A command as the list of all shows it; the rest of it is loaded when it is asked for, so that the program starts fast. */
export interface CommandEntry {
  readonly name: string;
  /** Its arguments, as its usage shows them. */
  readonly args: string;
  readonly hasFlags: boolean;
  readonly summary: string;
  /** What adds the command itself to the program. */
  readonly load: () => Promise<(program: Command, front: Front) => void>;
}

/** All commands, in the order of the help. */
export const commandEntries: readonly CommandEntry[] = [
  {
    name: 'import',
    args: '[dump...]',
    hasFlags: true,
    summary: 'read dumps into the archive (the main job)',
    load: async () => (await import('./commands/import.js')).addImportCommand,
  },
  {
    name: 'parse',
    args: '[dump...]',
    hasFlags: true,
    summary: 'read dumps and print one JSON record a page',
    load: async () => (await import('./commands/parse.js')).addParseCommand,
  },
  {
    name: 'inspect',
    args: '<dump>',
    hasFlags: true,
    summary: 'show one page through every stage',
    load: async () => (await import('./commands/inspect.js')).addInspectCommand,
  },
  {
    name: 'repair',
    args: '[file...]',
    hasFlags: true,
    summary: 'a filter: damaged text in, repaired text out',
    load: async () => (await import('./commands/repair.js')).addRepairCommand,
  },
  {
    name: 'restore',
    args: '',
    hasFlags: true,
    summary: 'a second pass: damaged text that only the rest of the archive can explain',
    load: async () => (await import('./commands/restore.js')).addRestoreCommand,
  },
  {
    name: 'search',
    args: '[query...]',
    hasFlags: true,
    summary: 'full-text search in the articles',
    load: async () => (await import('./commands/search.js')).addSearchCommand,
  },
  {
    name: 'show',
    args: '<article>',
    hasFlags: true,
    summary: 'one article with its versions, readings, repairs and dumps',
    load: async () => (await import('./commands/show.js')).addShowCommand,
  },
  {
    name: 'cite',
    args: '<article>',
    hasFlags: true,
    summary: 'how to cite an article, with capture, dump and repairs',
    load: async () => (await import('./commands/cite.js')).addCiteCommand,
  },
  {
    name: 'export',
    args: '',
    hasFlags: true,
    summary: 'CSV, JSON Lines, JSON-LD, Parquet, Datasette',
    load: async () => (await import('./commands/export.js')).addExportCommand,
  },
  {
    name: 'merge',
    args: '<out> <in...>',
    hasFlags: true,
    summary: 'several archives into one',
    load: async () => (await import('./commands/merge.js')).addMergeCommand,
  },
  {
    name: 'status',
    args: '',
    hasFlags: true,
    summary: 'what the archive holds',
    load: async () => (await import('./commands/status.js')).addStatusCommand,
  },
  {
    name: 'report',
    args: '',
    hasFlags: true,
    summary: 'what the archive holds and lacks, as one HTML page',
    load: async () => (await import('./commands/report.js')).addReportCommand,
  },
  {
    name: 'verify',
    args: '',
    hasFlags: true,
    summary: 'check the archive against itself and, with --sources, its dumps',
    load: async () => (await import('./commands/verify.js')).addVerifyCommand,
  },
  {
    name: 'retry',
    args: '',
    hasFlags: true,
    summary: 'import again what was rejected or cut short',
    load: async () => (await import('./commands/retry.js')).addRetryCommand,
  },
  {
    name: 'forget',
    args: '',
    hasFlags: true,
    summary: 'take an import, a source or an article back out',
    load: async () => (await import('./commands/forget.js')).addForgetCommand,
  },
  {
    name: 'enqueue',
    args: '[dump...]',
    hasFlags: true,
    summary: 'put dumps into the queue of a PostgreSQL server',
    load: async () => (await import('./commands/enqueue.js')).addEnqueueCommand,
  },
  {
    name: 'worker',
    args: '',
    hasFlags: true,
    summary: 'import what the queue of a PostgreSQL server holds',
    load: async () => (await import('./commands/worker.js')).addWorkerCommand,
  },
  {
    name: 'sites',
    args: '',
    hasFlags: false,
    summary: 'known newspaper profiles, and tools to write one',
    load: async () => (await import('./commands/sites.js')).addSitesCommand,
  },
  {
    name: 'completion',
    args: '<shell>',
    hasFlags: false,
    summary: 'a script by which the shell completes commands and flags',
    load: async () => (await import('./commands/completion.js')).addCompletionCommand,
  },
];
