/**
 * What a browser sent with a form, by the controls' names, as @fastify/formbody and @fastify/multipart (`keyValues`)
 * leave it: a list where a name was sent more than once.
 */
export type SubmittedValues = Readonly<Record<string, string | readonly string[]>>;

/**
 * A request's body as submitted values. Anything but text (files, nested objects) is left out. Line ends become `\n`,
 * since browsers send `\r\n` whatever the writer's system has (HTML Standard, "Constructing the entry list"), and NUL
 * is dropped, since a database's text cannot hold it.
 */
export function submittedValues(body: unknown): SubmittedValues {
  if (typeof body !== 'object' || body === null || Array.isArray(body)) return {};
  const values = new Map<string, string | readonly string[]>();
  for (const [name, value] of Object.entries(body)) {
    if (typeof value === 'string') values.set(name, tidied(value));
    if (Array.isArray(value)) values.set(name, value.filter(isText).map(tidied));
  }
  return Object.fromEntries(values);
}

/** The value of a control that has one, the first if it was sent more than once; undefined if it was not sent. */
export function oneValue(values: SubmittedValues, name: string): string | undefined {
  return allValues(values, name)[0];
}

/** Every value sent under a name: what was checked of a group of checkboxes. */
export function allValues(values: SubmittedValues, name: string): readonly string[] {
  const value = Object.hasOwn(values, name) ? values[name] : undefined;
  if (value === undefined) return [];
  return typeof value === 'string' ? [value] : value;
}

function isText(value: unknown): value is string {
  return typeof value === 'string';
}

function tidied(text: string): string {
  return text.replaceAll(/\r\n?/g, '\n').replaceAll('\0', '');
}
