import type { Progress } from '../index.js';
import { columns, number, oneLine, terminalColumns } from './terminal.js';

export type ProgressMode = 'auto' | 'always' | 'never';

/** Shows how far a long run has come, on a terminal only. */
export interface ProgressLine {
  update(progress: Progress): void;
  stop(): void;
}

/** How often the line changes, in milliseconds. */
const INTERVAL = 100;
const silent: ProgressLine = { update: () => undefined, stop: () => undefined };

/** Opens the progress line; `auto` shows it where standard error is a terminal and no CI runs. */
export async function openProgress(mode: ProgressMode, isQuiet: boolean): Promise<ProgressLine> {
  const isTerminal = process.stderr.isTTY === true && terminalColumns(process.stderr) !== null;
  const isWanted = mode === 'always' || (mode === 'auto' && isTerminal && !process.env.CI);
  if (!isWanted || isQuiet) return silent;
  const { default: ora } = await import('ora');
  const spinner = ora({
    text: 'Reading …',
    stream: process.stderr,
    discardStdin: false,
    ...(process.env.NO_COLOR ? { color: false } : {}),
    isEnabled: isTerminal,
  }).start();
  const started = performance.now();
  let shown = 0;
  return {
    update(progress) {
      const now = performance.now();
      if (now - shown < INTERVAL) return;
      shown = now;
      spinner.text = oneLine(lineOf(progress, now - started), columns(process.stderr) - 3);
    },
    stop: () => void spinner.stop(),
  };
}

function lineOf({ read, rejected, path }: Progress, milliseconds: number): string {
  const rate = Math.round((read * 1000) / Math.max(1, milliseconds));
  const rejects = rejected > 0 ? ` · ${number(rejected)} rejected` : '';
  return `${number(read)} pages · ${number(rate)}/s${rejects} · ${path}`;
}
