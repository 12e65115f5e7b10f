/** Elements that a chart is drawn with, as the renderer writes them: one after the other, none inside another. */
const ELEMENT = /<(path|text|circle|rect|polyline|line)\b([^>]*)>([^<]*)<\/\1>/g;
const ATTRIBUTE = /([\w-]+)="([^"]*)"/g;
const VIEW_BOX = /viewBox="([\d. ]+)"/;
/** What an element needs to look as it should. Styles, classes and ids stay behind: they would count up from chart to chart. */
const KEPT = new Set([
  ...['d', 'x', 'y', 'cx', 'cy', 'r', 'rx', 'width', 'height', 'points', 'transform'],
  ...[
    'fill',
    'fill-opacity',
    'stroke',
    'stroke-width',
    'stroke-opacity',
    'stroke-dasharray',
    'text-anchor',
    'dominant-baseline',
  ],
]);

interface Shape {
  readonly tag: string;
  readonly attributes: ReadonlyMap<string, string>;
  readonly text: string;
}

/** The drawing of a chart without what a page does not need: shapes alike that follow each other become one path. */
export function slimSvg(drawn: string): { readonly viewBox: string; readonly shapes: string } {
  const shapes: Shape[] = [];
  for (const [, tag = '', attributes = '', text = ''] of drawn.matchAll(ELEMENT)) {
    const shape = { tag, attributes: keptOf(attributes), text };
    if (tag === 'rect' && shape.attributes.get('fill') === 'none') continue;
    const last = shapes.at(-1);
    const joined = last === undefined ? null : joinedPath(last, shape);
    if (joined === null) shapes.push(shape);
    else shapes[shapes.length - 1] = joined;
  }
  return { viewBox: VIEW_BOX.exec(drawn)?.[1] ?? '', shapes: shapes.map(written).join('') };
}

function keptOf(attributes: string): ReadonlyMap<string, string> {
  const pairs = Array.from(attributes.matchAll(ATTRIBUTE), ([, name = '', value = '']) => [name, value] as const);
  return new Map(pairs.filter(([name]) => KEPT.has(name)));
}

function joinedPath(a: Shape, b: Shape): Shape | null {
  if (a.tag !== 'path' || b.tag !== 'path' || paintOf(a) !== paintOf(b)) return null;
  return { ...a, attributes: new Map([...a.attributes, ['d', `${a.attributes.get('d')}${b.attributes.get('d')}`]]) };
}

function paintOf({ attributes }: Shape): string {
  return JSON.stringify([...attributes].filter(([name]) => name !== 'd'));
}

function written({ tag, attributes, text }: Shape): string {
  const pairs = Array.from(attributes, ([name, value]) => ` ${name}="${value}"`).join('');
  return text === '' ? `<${tag}${pairs}/>` : `<${tag}${pairs}>${text}</${tag}>`;
}
