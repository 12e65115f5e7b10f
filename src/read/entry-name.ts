/** Names of entries that climb out, begin at the root or at a drive, or hold what no name of a page holds. */
const UNSAFE = /(?:^|\/)\.\.(?:\/|$)|^\/|\\|^[a-z]:|\0/i;

/** Whether an entry of a container has a name that a file below the container could have. Nothing is ever written; such names are lies. */
export function isSafeName(name: string): boolean {
  return name !== '' && !UNSAFE.test(name);
}

/** Gives each entry its locator: its name, and a number from the second of one name on. */
export class EntryLocators {
  private readonly counts = new Map<string, number>();

  /** `entry:NAME`, `entry:NAME#2` … */
  next(name: string): string {
    const count = (this.counts.get(name) ?? 0) + 1;
    this.counts.set(name, count);
    return count === 1 ? `entry:${name}` : `entry:${name}#${count}`;
  }
}
