import { knownWords } from './known-words.js';

/** What may be seen of a message by whoever looks after the messages. */
export type Masked = string | number | boolean | null | Masked[] | { [field: string]: Masked };

/** Items of a list that are shown, and fields of an object. */
const mostShown = 20;

/** How deep it is looked into. */
const deepest = 8;

const uuid = /^[\da-f]{8}-(?:[\da-f]{4}-){3}[\da-f]{12}$/i;
const date = /^\d{4}-\d\d-\d\d$/;
const instant = /^\d{4}-\d\d-\d\dT\d\d:\d\d(?::\d\d(?:\.\d{1,9})?)?(?:Z|[+-]\d\d:\d\d)$/;

/** By an allow-list: what nobody has thought of is hidden. */
function isHarmless(text: string): boolean {
  return (
    text === '' || uuid.test(text) || date.test(text) || instant.test(text) || knownWords().values.has(text)
  );
}

const hidden = (text: string): string =>
  `[hidden: ${text.length} ${text.length === 1 ? 'character' : 'characters'}]`;

/**
 * What a message held, without anything that may be personal: left are ids, dates and instants, numbers, yes and no, and
 * the fixed words that the registry of messages knows. Every other text is hidden, and so is the name of every field that
 * no message has.
 *
 * @param value anything that came as JSON
 */
export function mask(value: unknown, depth = 0): Masked {
  if (typeof value === 'string') return isHarmless(value) ? value : hidden(value);
  if (typeof value === 'number' || typeof value === 'boolean') return value;
  if (typeof value !== 'object' || value === null) return null;
  if (depth >= deepest) return '[hidden: more within]';
  return Array.isArray(value) ? maskList(value, depth) : maskObject(value, depth);
}

function maskList(items: readonly unknown[], depth: number): Masked[] {
  const shown = items.slice(0, mostShown).map((item) => mask(item, depth + 1));
  const more = items.length - shown.length;
  return more > 0 ? [...shown, `[hidden: ${more} more]`] : shown;
}

function maskObject(value: object, depth: number): Record<string, Masked> {
  const { fields } = knownWords();
  const entries = Object.entries(value);
  const shown = entries
    .slice(0, mostShown)
    .map(([name, held], index): [string, Masked] => [
      fields.has(name) ? name : `[hidden: field ${index + 1}]`,
      mask(held, depth + 1),
    ]);
  const more = entries.length - shown.length;
  return Object.fromEntries(more > 0 ? [...shown, ['[hidden]', `[hidden: ${more} more]`]] : shown);
}

/** Shorter texts than this stand in every sentence. */
const shortestSecret = 3;

/** All that {@link mask} would hide, however deep it stands. */
function* secretsOf(message: unknown): Generator<string> {
  const left: unknown[] = [message];
  while (left.length > 0) {
    const value = left.pop();
    if (typeof value === 'string' && !isHarmless(value)) yield value;
    if (typeof value !== 'object' || value === null) continue;
    const isList = Array.isArray(value);
    for (const [name, held] of Object.entries(value)) {
      if (!isList && !knownWords().fields.has(name)) yield name;
      left.push(held);
    }
  }
}

const address = /[^\s<>()[\]"',;:]+@[^\s<>()[\]"',;:]+/g;

/** A text as it stands in JSON, which errors like to show. */
const inJson = (text: string): string => JSON.stringify(text).slice(1, -1);

const literal = (text: string): string => text.replaceAll(/[\\^$.*+?()[\]{}|/]/g, String.raw`\$&`);

/**
 * What went wrong with a message, without what of it {@link mask} hides and without mail addresses.
 *
 * @param error as it was thrown, with where it came from
 * @param message the message, as it came
 */
export function maskError(error: string, message: unknown): string {
  const lower = error.toLowerCase();
  const secrets = new Set<string>();
  for (const secret of secretsOf(message)) {
    for (const form of [secret.trim(), inJson(secret.trim())]) {
      if (form.length >= shortestSecret && lower.includes(form.toLowerCase())) secrets.add(form);
    }
  }
  const forms = [...secrets].toSorted((a, b) => b.length - a.length).map(literal);
  const without =
    forms.length === 0 ? error : error.replaceAll(new RegExp(forms.join('|'), 'gi'), '[hidden]');
  return without.replaceAll(address, '[hidden]');
}
