/** Code units met in the text that is looked at carry its number, so that nothing need be cleared between two texts. */
const metIn = new Uint32Array(0x10000);
let number = 0;
let lastText = '';
let lastSigns = '';

/**
 * The signs of a text that are not ASCII, each once, in the order in which they come. Every damage shows in some of them: a few signs tell
 * what need not be looked for in a long text. The last answer is kept, since one damage after the other asks. Linear.
 */
export function signsOf(text: string): string {
  if (text !== lastText) {
    lastSigns = gather(text);
    lastText = text;
  }
  return lastSigns;
}

function gather(text: string): string {
  number = (number + 1) >>> 0;
  if (number === 0) {
    metIn.fill(0);
    number = 1;
  }
  let signs = '';
  for (let index = 0; index < text.length; index += 1) {
    const code = text.charCodeAt(index);
    if (code < 0x80 || metIn[code] === number) continue;
    metIn[code] = number;
    signs += text.charAt(index);
  }
  return signs;
}
