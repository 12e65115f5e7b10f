/** The part of JSON Schema (draft 2020-12) that the schema of profiles is written in. */
export interface JsonSchema {
  readonly $schema?: string;
  readonly $ref?: string;
  readonly $defs?: Readonly<Record<string, JsonSchema>>;
  readonly title?: string;
  readonly description?: string;
  readonly type?: 'object' | 'array' | 'string';
  readonly properties?: Readonly<Record<string, JsonSchema>>;
  readonly required?: readonly string[];
  readonly additionalProperties?: false;
  readonly items?: JsonSchema;
  readonly minItems?: number;
  readonly maxItems?: number;
  readonly minLength?: number;
  readonly maxLength?: number;
  readonly pattern?: string;
  readonly enum?: readonly string[];
  readonly format?: string;
}

/** A fault of a JSON value: where it is, as one would write it in a program (`layouts[0].headline`), and what is wrong. */
export interface JsonProblem {
  readonly path: string;
  readonly message: string;
}

/** What a string of a `format` must be; gives what is wrong with it, or null. */
export type FormatCheck = (text: string) => string | null;

/** What the words of a schema are looked up in. */
export interface SchemaContext {
  readonly defs: Readonly<Record<string, JsonSchema>>;
  readonly formats: ReadonlyMap<string, FormatCheck>;
}

const REF = '#/$defs/';
const PLAIN_KEY = /^[A-Za-z_$][\w$]*$/;
const LONGEST_SHOWN = 60;

/** Everything in which a value differs from a schema, in the order of the value. */
export function problemsOf(value: unknown, schema: JsonSchema, context: SchemaContext, path = ''): JsonProblem[] {
  const known = schema.$ref === undefined ? schema : { ...context.defs[schema.$ref.slice(REF.length)], ...schema };
  const found = kindOf(value);
  if (known.type !== undefined && found !== known.type) return [{ path, message: `must be ${nounOf(known.type)}` }];
  if (typeof value === 'string') return stringProblems(value, known, context).map((message) => ({ path, message }));
  if (Array.isArray(value)) return listProblems(value, known, context, path);
  return found === 'object' ? objectProblems(value as Readonly<Record<string, unknown>>, known, context, path) : [];
}

/** `layouts` and `0` → `layouts[0]`, `layouts[0]` and `name` → `layouts[0].name`. */
export function pathTo(path: string, key: string | number): string {
  if (typeof key === 'number') return `${path}[${key}]`;
  const step = PLAIN_KEY.test(key) ? key : `[${JSON.stringify(shortened(key))}]`;
  return path === '' || step.startsWith('[') ? path + step : `${path}.${step}`;
}

function stringProblems(text: string, schema: JsonSchema, { formats }: SchemaContext): readonly string[] {
  if (text.length < (schema.minLength ?? 0)) return ['must not be empty'];
  if (text.length > (schema.maxLength ?? Infinity)) return [`must have at most ${schema.maxLength} characters`];
  if (schema.enum?.includes(text) === false)
    return [`must be ${schema.enum.map((one) => JSON.stringify(one)).join(' or ')}, not ${quoted(text)}`];
  if (schema.pattern !== undefined && !new RegExp(schema.pattern, 'u').test(text))
    return [`${quoted(text)} is not ${schema.title ?? `of the form ${schema.pattern}`}`];
  const problem = schema.format === undefined ? null : (formats.get(schema.format)?.(text) ?? null);
  return problem === null ? [] : [`${quoted(text)} ${problem}`];
}

function listProblems(list: readonly unknown[], schema: JsonSchema, context: SchemaContext, path: string) {
  const { items, minItems = 0, maxItems = Infinity } = schema;
  if (list.length < minItems) return [{ path, message: `must have at least ${minItems} of them` }];
  if (list.length > maxItems) return [{ path, message: `must have at most ${maxItems} of them, not ${list.length}` }];
  return items === undefined
    ? []
    : list.flatMap((item, index) => problemsOf(item, items, context, pathTo(path, index)));
}

function objectProblems(
  object: Readonly<Record<string, unknown>>,
  schema: JsonSchema,
  context: SchemaContext,
  path: string,
): JsonProblem[] {
  const { properties = {}, required = [] } = schema;
  const missing = required.filter((key) => !Object.hasOwn(object, key));
  return [
    ...missing.map((key) => ({ path: pathTo(path, key), message: 'is missing' })),
    ...Object.entries(object).flatMap(([key, value]) => {
      const own = Object.hasOwn(properties, key) ? properties[key] : undefined;
      const place = pathTo(path, key);
      if (own !== undefined) return problemsOf(value, own, context, place);
      return [{ path: place, message: `is not known; known are ${Object.keys(properties).join(', ')}` }];
    }),
  ];
}

function kindOf(value: unknown): string {
  if (value === null) return 'null';
  return Array.isArray(value) ? 'array' : typeof value;
}

function nounOf(type: string): string {
  return type === 'string' ? 'a string' : type === 'array' ? 'a list' : 'an object';
}

function quoted(text: string): string {
  return JSON.stringify(shortened(text));
}

function shortened(text: string): string {
  return text.length > LONGEST_SHOWN ? `${text.slice(0, LONGEST_SHOWN)}…` : text;
}
