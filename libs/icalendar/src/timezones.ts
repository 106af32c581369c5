import { clockChanges, readRules, type ClockRule, type ClockChange } from './clock-changes.js';

const written = new Map<string, string>();

/** The VTIMEZONEs of these zones (IANA), sorted by name, once each, every line ending with CRLF. */
export function renderTimezones(zones: Iterable<string>): string {
  return [...new Set(zones)].toSorted().map(renderTimezone).join('');
}

/**
 * `timezones-ical-library` gives the rule of today as if it had always been so, and calls an alias by its other name.
 * Where the clocks once changed on other days (London until 1995, New York and Auckland until 2007), those changes are
 * written out one by one, and the rule begins after them. Zones do not change while the program runs.
 */
function renderTimezone(zone: string): string {
  const known = written.get(zone);
  if (known !== undefined) return known;
  const rules = readRules(zone);
  const { before, changes } = clockChanges(zone);
  const expected = rules.flatMap(({ onsets }) => onsets).toSorted((a, b) => compareText(a.local, b.local));
  const ruled = sharedEnd(changes, expected);
  const history = changes.slice(0, changes.length - ruled);
  const lines = [
    'BEGIN:VTIMEZONE',
    `TZID:${zone}`,
    `X-LIC-LOCATION:${zone}`,
    ...observance(rules, [{ local: '1970-01-01T00:00:00', from: before, to: before }]),
    ...groupsOf(history).flatMap((group) => observance(rules, group)),
    ...rules.flatMap((rule) => ruledObservance(rule, changes.slice(changes.length - ruled))),
    'END:VTIMEZONE',
  ];
  const text = lines.map((line) => `${line}\r\n`).join('');
  written.set(zone, text);
  return text;
}

const compareText = (a: string, b: string) => (a < b ? -1 : Number(a > b));

const keyOf = ({ local, from, to }: ClockChange) => `${local} ${from} ${to}`;

/** How many changes at the end of both are the same. */
function sharedEnd(a: readonly ClockChange[], b: readonly ClockChange[]): number {
  let count = 0;
  for (;;) {
    const x = a.at(-1 - count);
    const y = b.at(-1 - count);
    if (x === undefined || y === undefined || keyOf(x) !== keyOf(y)) return count;
    count += 1;
  }
}

/** Changes between the same two offsets make one observance together. */
function groupsOf(changes: readonly ClockChange[]): ClockChange[][] {
  const groups = new Map<string, ClockChange[]>();
  for (const change of changes) {
    const key = `${change.from} ${change.to}`;
    groups.set(key, [...(groups.get(key) ?? []), change]);
  }
  return [...groups.values()];
}

/** ical.js reads only the first date of an RDATE line, and with RDATE it passes over DTSTART: hence a line for each. */
function observance(rules: readonly ClockRule[], changes: readonly ClockChange[]): string[] {
  const [first] = changes;
  if (first === undefined) return [];
  const rule = rules.find(({ to }) => to === first.to);
  const dates = changes.length === 1 ? [] : changes.map(({ local }) => `RDATE:${dateTime(local)}`);
  return frame(rule?.kind ?? 'STANDARD', rule?.name ?? first.to, first, dates);
}

function ruledObservance(rule: ClockRule, changes: readonly ClockChange[]): string[] {
  const first = changes.find(({ from, to }) => from === rule.from && to === rule.to);
  return first === undefined
    ? []
    : frame(rule.kind, rule.name, first, rule.rrule === null ? [] : [`RRULE:${rule.rrule}`]);
}

function frame(
  kind: string,
  name: string,
  { local, from, to }: ClockChange,
  more: readonly string[],
): string[] {
  return [
    `BEGIN:${kind}`,
    `TZNAME:${name}`,
    `TZOFFSETFROM:${from}`,
    `TZOFFSETTO:${to}`,
    `DTSTART:${dateTime(local)}`,
    ...more,
    `END:${kind}`,
  ];
}

const dateTime = (local: string) => local.replaceAll(/[:-]/gu, '');
