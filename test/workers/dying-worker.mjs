// What a worker may meet: a page that ends its thread, one that never ends, one that fills the memory. All others give their words back.
const words = new TextDecoder();

export function readPages(captures) {
  return captures.map(({ source, payload }) => {
    const text = words.decode(payload);
    if (text === 'exit') process.exit(3);
    if (text === 'throw') throw new Error('thrown on purpose');
    while (text === 'hang');
    return { kind: 'skipped', locator: source.locator, detail: text };
  });
}
