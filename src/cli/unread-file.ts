import { ImporterError, type ImporterErrorCode } from '../model/importer-error.js';

/** What the operating system says of a file that cannot be read, in words, and what it means for the run. */
const MEANINGS: Readonly<Record<string, readonly [code: ImporterErrorCode, message: string]>> = {
  ENOENT: ['input-missing', 'no such file'],
  ENOTDIR: ['input-missing', 'a part of the path is no folder'],
  EISDIR: ['input-unusable', 'a folder, not a file'],
  EACCES: ['permission', 'permission denied'],
  EPERM: ['permission', 'permission denied'],
};

/** The error of a file that a command cannot do without, and what to do about it. */
export function unreadFile(path: string, cause: unknown, remedy: string): ImporterError {
  const { code = '', message } = cause as NodeJS.ErrnoException;
  const [kind, why] = MEANINGS[code] ?? ['io', message];
  return new ImporterError(kind, `${path}: ${why}`, remedy, { cause });
}
