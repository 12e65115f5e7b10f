import type { ImporterErrorCode } from '../index.js';

/** Exit codes of the command line (design: "Exit codes"; the numbers from 64 on are those of sysexits.h). */
export const EXIT = { done: 0, rejects: 1, usage: 2, truncated: 65, noInput: 66, noServer: 69, bug: 70 } as const;

/** Exit code of each way in which a run can break. */
const exitCodes: Readonly<Record<ImporterErrorCode, number>> = {
  usage: EXIT.usage,
  'input-unusable': EXIT.truncated,
  'input-missing': EXIT.noInput,
  'server-unreachable': EXIT.noServer,
  'archive-not-created': 73,
  io: 74,
  locked: 75,
  permission: 77,
  'newer-version': 78,
};

/** Signals that end a run early, and what the shell is told. */
export const signalCodes: Readonly<Record<string, number>> = { SIGINT: 130, SIGTERM: 143 };

/** Where several codes apply: the first of them here that does. */
const precedence: readonly number[] = [
  130,
  143,
  EXIT.bug,
  73,
  74,
  75,
  77,
  78,
  EXIT.noServer,
  EXIT.noInput,
  EXIT.truncated,
  EXIT.rejects,
];

export function exitCodeOf(code: ImporterErrorCode): number {
  return exitCodes[code];
}

/** The strongest of several exit codes. */
export function chooseExitCode(codes: readonly number[]): number {
  return precedence.find((code) => codes.includes(code)) ?? EXIT.done;
}
