import { EXIT, signalCodes } from './exit-codes.js';
import { say } from './output.js';

/** The first signal ends the run after the batch in hand; the second ends it at once. */
export function stopOnSignal(): { readonly signal: AbortSignal; codes(): readonly number[]; release(): void } {
  const controller = new AbortController();
  const received: number[] = [];
  const onSignal = (name: NodeJS.Signals): void => {
    const code = signalCodes[name] ?? EXIT.bug;
    if (received.length > 0) process.exit(code);
    received.push(code);
    controller.abort();
    say('muragat: stopping after the pages in hand; once more to stop at once');
  };
  const names = Object.keys(signalCodes) as NodeJS.Signals[];
  for (const name of names) process.on(name, onSignal);
  return {
    signal: controller.signal,
    codes: () => received,
    release: () => names.forEach((name) => void process.off(name, onSignal)),
  };
}
