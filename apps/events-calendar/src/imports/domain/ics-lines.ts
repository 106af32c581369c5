import ICAL from 'ical.js';
import { unfoldLines } from '#icalendar';

/** A property of an `.ics` file. */
export interface IcsProperty {
  readonly line: number;
  /** In capitals: `DTSTART`. */
  readonly name: string;
  /** By their names in small letters. */
  readonly parameters: Readonly<Record<string, unknown>>;
  /** As ical.js read them: unescaped texts, dates as `2026-06-01` or `2026-06-01T14:00:00` (with `Z`). */
  readonly values: readonly unknown[];
  /** What stands after the colon. */
  readonly raw: string;
}

/** A component with its own properties, but not those of the components in it. */
export interface IcsComponent {
  readonly line: number;
  readonly name: string;
  readonly properties: IcsProperty[];
  /** Lines that are no properties. */
  readonly unreadable: number[];
  readonly parts: IcsComponent[];
  /** It has its END. */
  isWhole: boolean;
}

/**
 * The components of a file, those outside any other first. ical.js reads each property by itself, so that what is wrong
 * with one line is known as that line's, and costs no other event.
 */
export function readComponents(text: string): readonly IcsComponent[] {
  const roots: IcsComponent[] = [];
  const open: IcsComponent[] = [];
  for (const { line, content } of unfoldLines(text)) {
    const inner = open.at(-1);
    const [, edge, name] = /^(BEGIN|END):([A-Z0-9-]+)\s*$/iu.exec(content) ?? [];
    if (edge?.toUpperCase() === 'BEGIN') {
      const begun = {
        line,
        name: (name ?? '').toUpperCase(),
        properties: [],
        unreadable: [],
        parts: [],
        isWhole: false,
      };
      (inner?.parts ?? roots).push(begun);
      open.push(begun);
    } else if (edge !== undefined) close(open, (name ?? '').toUpperCase());
    else if (inner !== undefined) addProperty(inner, line, content);
  }
  return roots;
}

/** Ends the innermost component of that name; what is open in it was cut off. */
function close(open: IcsComponent[], name: string): void {
  const index = open.findLastIndex((component) => component.name === name);
  const closed = open[index];
  if (closed === undefined) return;
  closed.isWhole = index === open.length - 1;
  open.length = index;
}

function addProperty(component: IcsComponent, line: number, content: string): void {
  const read = readProperty(line, content);
  if (read === null) component.unreadable.push(line);
  else component.properties.push(read);
}

function readProperty(line: number, content: string): IcsProperty | null {
  try {
    const read: unknown = ICAL.parse.property(content, ICAL.design.icalendar);
    if (!Array.isArray(read)) return null;
    const [name, parameters, , ...values] = read as [string, Record<string, unknown>, string, ...unknown[]];
    const colon = /^(?:"[^"]*"|[^":])*:/u.exec(content)?.[0].length ?? content.length;
    return { line, name: name.toUpperCase(), parameters, values, raw: content.slice(colon).trim() };
  } catch {
    return null;
  }
}

/** The first property of that name. */
export const find = (component: IcsComponent, name: string): IcsProperty | undefined =>
  component.properties.find((property) => property.name === name);

/** All properties of that name. */
export const findAll = (component: IcsComponent, name: string): readonly IcsProperty[] =>
  component.properties.filter((property) => property.name === name);

/** The text of the first property of that name, '' when there is none. */
export function textOf(component: IcsComponent, name: string): string {
  const value = find(component, name)?.values[0];
  return typeof value === 'string' ? value : '';
}
