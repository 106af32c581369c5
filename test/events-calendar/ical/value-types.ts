/** Checks that a value is of a type of RFC 5545 §3.3. */
export type ValueCheck = (value: string) => boolean;

const list =
  (check: ValueCheck): ValueCheck =>
  (value) =>
    value.split(',').every(check);

/** TEXT: `\` only before `\` `;` `,` `n` `N`; no bare `;`, and no bare `,` but between the values of a list. */
export const isText: ValueCheck = (value) => /^(?:[^\\;,]|\\[\\;,nN])*$/u.test(value);
export const isTextList: ValueCheck = (value) =>
  /^(?:[^\\;,]|\\[\\;,nN])+(?:,(?:[^\\;,]|\\[\\;,nN])+)*$/u.test(value);

export const isDate: ValueCheck = (value) => {
  const [, year, month, day] = /^(\d{4})(\d{2})(\d{2})$/u.exec(value) ?? [];
  if (year === undefined || month === undefined || day === undefined) return false;
  return (
    new Date(`${year}-${month}-${day}T00:00:00Z`).toJSON()?.startsWith(`${year}-${month}-${day}`) ?? false
  );
};

const isTime = (value: string) => /^(?:[01]\d|2[0-3])[0-5]\d(?:[0-5]\d|60)$/u.test(value);

export const isLocalDateTime: ValueCheck = (value) =>
  value[8] === 'T' && isDate(value.slice(0, 8)) && isTime(value.slice(9));
export const isUtcDateTime: ValueCheck = (value) =>
  value.endsWith('Z') && isLocalDateTime(value.slice(0, -1));

export const isUri: ValueCheck = (value) => {
  if (!/^[A-Za-z][A-Za-z0-9+.-]*:[\x21-\x7e]+$/u.test(value)) return false;
  return !/[\\"<>^`{|}]/u.test(value) && URL.canParse(value);
};

export const isDuration: ValueCheck = (value) =>
  /^[+-]?P(?:\d+W|\d+D(?:T(?=\d)(?:\d+H)?(?:\d+M)?(?:\d+S)?)?|T(?=\d)(?:\d+H)?(?:\d+M)?(?:\d+S)?)$/u.test(
    value,
  );

export const isOffset: ValueCheck = (value) =>
  /^[+-](?:[01]\d|2[0-3])[0-5]\d(?:[0-5]\d)?$/u.test(value) && !/^-0+$/u.test(value);

export const isInteger: ValueCheck = (value) =>
  /^[+-]?\d{1,10}$/u.test(value) && Math.abs(Number(value)) <= 2 ** 31 - 1;

export const isGeo: ValueCheck = (value) => {
  const [, latitude, longitude] = /^([+-]?\d+(?:\.\d+)?);([+-]?\d+(?:\.\d+)?)$/u.exec(value) ?? [];
  return Math.abs(Number(latitude)) <= 90 && Math.abs(Number(longitude)) <= 180;
};

export const isOneOf =
  (...words: string[]): ValueCheck =>
  (value) =>
    words.includes(value);

const weekday = '(?:SU|MO|TU|WE|TH|FR|SA)';
const ruleParts: Record<string, ValueCheck> = {
  FREQ: isOneOf('SECONDLY', 'MINUTELY', 'HOURLY', 'DAILY', 'WEEKLY', 'MONTHLY', 'YEARLY'),
  UNTIL: (value) => isDate(value) || isLocalDateTime(value) || isUtcDateTime(value),
  COUNT: (value) => /^[1-9]\d*$/u.test(value),
  INTERVAL: (value) => /^[1-9]\d*$/u.test(value),
  BYSECOND: list(within(0, 60)),
  BYMINUTE: list(within(0, 59)),
  BYHOUR: list(within(0, 23)),
  BYDAY: list((value) => new RegExp(`^(?:[+-]?(?:[1-9]|[1-4]\\d|5[0-3]))?${weekday}$`, 'u').test(value)),
  BYMONTHDAY: list(signed(31)),
  BYYEARDAY: list(signed(366)),
  BYWEEKNO: list(signed(53)),
  BYMONTH: list(within(1, 12)),
  BYSETPOS: list(signed(366)),
  WKST: (value) => new RegExp(`^${weekday}$`, 'u').test(value),
};

/** The parts of an RRULE value; null when it is not of RFC 5545 §3.3.10's form. */
export function readRule(value: string): ReadonlyMap<string, string> | null {
  const parts = new Map<string, string>();
  for (const part of value.split(';')) {
    const [name = '', content = '', ...rest] = part.split('=');
    if (rest.length > 0 || parts.has(name) || ruleParts[name]?.(content) !== true) return null;
    parts.set(name, content);
  }
  return parts.has('FREQ') && !(parts.has('COUNT') && parts.has('UNTIL')) ? parts : null;
}

function within(least: number, most: number): ValueCheck {
  return (value) => /^\d{1,2}$/u.test(value) && Number(value) >= least && Number(value) <= most;
}

function signed(most: number): ValueCheck {
  return (value) => /^[+-]?\d{1,3}$/u.test(value) && Number(value) !== 0 && Math.abs(Number(value)) <= most;
}
