const EMPTY = -1;
const MIX_LOW = 0x9e3779b1;
const MIX_HIGH = 0x85ebca6b;

/** Numbers by whole numbers below 2^52: a hash table in flat arrays, for tables of a million entries. */
export interface NumberTable {
  readonly get: (key: number) => number;
  readonly add: (key: number, value: number) => void;
}

/** An empty table; unknown keys hold 0. */
export function openNumberTable(): NumberTable {
  let capacity = 1 << 12;
  let keys = new Float64Array(capacity).fill(EMPTY);
  let values = new Float32Array(capacity);
  let size = 0;
  const slotOf = (key: number): number => {
    let slot = hash(key) & (capacity - 1);
    while (keys[slot] !== EMPTY && keys[slot] !== key) slot = (slot + 1) & (capacity - 1);
    return slot;
  };
  const grow = (): void => {
    const [oldKeys, oldValues] = [keys, values];
    capacity *= 2;
    keys = new Float64Array(capacity).fill(EMPTY);
    values = new Float32Array(capacity);
    oldKeys.forEach((key, index) => {
      if (key === EMPTY) return;
      const slot = slotOf(key);
      keys[slot] = key;
      values[slot] = oldValues[index] ?? 0;
    });
  };
  return {
    get: (key) => values[slotOf(key)] ?? 0,
    add: (key, value) => {
      let slot = slotOf(key);
      if (keys[slot] === EMPTY) {
        if (size * 2 >= capacity) {
          grow();
          slot = slotOf(key);
        }
        keys[slot] = key;
        size += 1;
      }
      values[slot] = (values[slot] ?? 0) + value;
    },
  };
}

function hash(key: number): number {
  const mixed = Math.imul(key | 0, MIX_LOW) ^ Math.imul((key / 0x100000000) | 0, MIX_HIGH);
  return mixed ^ (mixed >>> 15);
}
