/** What YAML files here hold. */
export type YamlValue = string | number | readonly string[] | { readonly [name: string]: YamlValue };

const PLAIN_KEY = /^[A-Za-z_][\w-]*$/;

/** YAML 1.2 of nested maps; text stands in double quotes as JSON writes it, queries as blocks. */
export function toYaml(value: { readonly [name: string]: YamlValue }, indent = ''): string {
  return Object.entries(value)
    .map(([name, item]) => `${indent}${PLAIN_KEY.test(name) ? name : JSON.stringify(name)}:${itemOf(item, indent)}`)
    .join('');
}

function itemOf(item: YamlValue, indent: string): string {
  if (typeof item === 'number') return ` ${item}\n`;
  if (typeof item === 'string') return item.includes('\n') ? blockOf(item, indent) : ` ${JSON.stringify(item)}\n`;
  if (Array.isArray(item)) return `\n${item.map((text) => `${indent}- ${JSON.stringify(text)}\n`).join('')}`;
  return `\n${toYaml(item as { readonly [name: string]: YamlValue }, `${indent}  `)}`;
}

function blockOf(text: string, indent: string): string {
  const lines = text.trim().split('\n');
  return ` |-\n${lines.map((line) => `${indent}  ${line}\n`).join('')}`;
}
