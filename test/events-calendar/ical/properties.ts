import {
  isDuration,
  isGeo,
  isInteger,
  isOffset,
  isOneOf,
  isText,
  isTextList,
  isUri,
  isUtcDateTime,
  readRule,
  type ValueCheck,
} from './value-types.js';

/** How a property may stand in a component. `time` values are checked beside their TZID and VALUE. */
export interface PropertyRule {
  readonly value: ValueCheck | 'time';
  /** How often: exactly once, at most once, or any number of times. */
  readonly often: 'once' | 'optional' | 'any';
  /** Must be written with this VALUE parameter, because it is not the property's default type. */
  readonly mustSay?: string;
  /** May be written with this VALUE parameter. */
  readonly maySay?: string;
  readonly parameters?: readonly string[];
}

type Properties = Readonly<Record<string, PropertyRule>>;

const duration: PropertyRule = { value: isDuration, often: 'optional', mustSay: 'DURATION' };
const textParameters = ['ALTREP', 'LANGUAGE'];

const calendar: Properties = {
  VERSION: { value: isOneOf('2.0'), often: 'once' },
  PRODID: { value: isText, often: 'once' },
  CALSCALE: { value: isOneOf('GREGORIAN'), often: 'optional' },
  METHOD: { value: (value) => /^[A-Z0-9-]+$/u.test(value), often: 'optional' },
  UID: { value: isText, often: 'optional' },
  'LAST-MODIFIED': { value: isUtcDateTime, often: 'optional' },
  URL: { value: isUri, often: 'optional', maySay: 'URI' },
  SOURCE: { value: isUri, often: 'optional', mustSay: 'URI' },
  COLOR: { value: isText, often: 'optional' },
  NAME: { value: isText, often: 'any', parameters: textParameters },
  DESCRIPTION: { value: isText, often: 'any', parameters: textParameters },
  CATEGORIES: { value: isTextList, often: 'any', parameters: ['LANGUAGE'] },
  'REFRESH-INTERVAL': duration,
  'X-PUBLISHED-TTL': { value: isDuration, often: 'optional' },
  'X-WR-CALNAME': { value: isText, often: 'optional' },
  'X-WR-CALDESC': { value: isText, often: 'optional' },
  'X-WR-TIMEZONE': { value: isText, often: 'optional' },
};

const event: Properties = {
  UID: { value: isText, often: 'once' },
  DTSTAMP: { value: isUtcDateTime, often: 'once' },
  DTSTART: { value: 'time', often: 'once', parameters: ['TZID'] },
  DTEND: { value: 'time', often: 'optional', parameters: ['TZID'] },
  DURATION: { value: isDuration, often: 'optional' },
  'RECURRENCE-ID': { value: 'time', often: 'optional', parameters: ['TZID', 'RANGE'] },
  EXDATE: { value: 'time', often: 'any', parameters: ['TZID'] },
  RDATE: { value: 'time', often: 'any', parameters: ['TZID'] },
  RRULE: { value: (value) => readRule(value) !== null, often: 'optional' },
  CREATED: { value: isUtcDateTime, often: 'optional' },
  'LAST-MODIFIED': { value: isUtcDateTime, often: 'optional' },
  SEQUENCE: { value: (value) => isInteger(value) && Number(value) >= 0, often: 'optional' },
  SUMMARY: { value: isText, often: 'optional', parameters: textParameters },
  DESCRIPTION: { value: isText, often: 'optional', parameters: textParameters },
  LOCATION: { value: isText, often: 'optional', parameters: textParameters },
  CONTACT: { value: isText, often: 'any', parameters: textParameters },
  COMMENT: { value: isText, often: 'any', parameters: textParameters },
  CATEGORIES: { value: isTextList, often: 'any', parameters: ['LANGUAGE'] },
  CLASS: { value: isOneOf('PUBLIC', 'PRIVATE', 'CONFIDENTIAL'), often: 'optional' },
  STATUS: { value: isOneOf('TENTATIVE', 'CONFIRMED', 'CANCELLED'), often: 'optional' },
  TRANSP: { value: isOneOf('OPAQUE', 'TRANSPARENT'), often: 'optional' },
  PRIORITY: { value: (value) => /^\d$/u.test(value), often: 'optional' },
  GEO: { value: isGeo, often: 'optional' },
  URL: { value: isUri, often: 'optional', maySay: 'URI' },
  ATTACH: { value: isUri, often: 'any', maySay: 'URI', parameters: ['FMTTYPE'] },
  ORGANIZER: { value: isUri, often: 'optional', parameters: ['CN', 'SENT-BY', 'EMAIL'] },
  ATTENDEE: {
    value: isUri,
    often: 'any',
    parameters: ['CN', 'CUTYPE', 'ROLE', 'PARTSTAT', 'RSVP', 'EMAIL'],
  },
  CONFERENCE: { value: isUri, often: 'any', mustSay: 'URI', parameters: ['FEATURE', 'LABEL', 'LANGUAGE'] },
  'X-ALT-DESC': { value: isText, often: 'optional', parameters: ['FMTTYPE'] },
};

const timezone: Properties = {
  TZID: { value: isText, often: 'once' },
  'LAST-MODIFIED': { value: isUtcDateTime, often: 'optional' },
  TZURL: { value: isUri, often: 'optional' },
};

const observance: Properties = {
  DTSTART: { value: 'time', often: 'once' },
  TZOFFSETFROM: { value: isOffset, often: 'once' },
  TZOFFSETTO: { value: isOffset, often: 'once' },
  RRULE: { value: (value) => readRule(value) !== null, often: 'optional' },
  RDATE: { value: 'time', often: 'any' },
  TZNAME: { value: isText, often: 'any', parameters: ['LANGUAGE'] },
  COMMENT: { value: isText, often: 'any', parameters: textParameters },
};

/** A component: its properties, and the components that it may hold. */
export interface ComponentRule {
  readonly properties: Properties;
  readonly holds: readonly string[];
}

export const components: Readonly<Record<string, ComponentRule>> = {
  VCALENDAR: { properties: calendar, holds: ['VEVENT', 'VTIMEZONE'] },
  VEVENT: { properties: event, holds: [] },
  VTIMEZONE: { properties: timezone, holds: ['STANDARD', 'DAYLIGHT'] },
  STANDARD: { properties: observance, holds: [] },
  DAYLIGHT: { properties: observance, holds: [] },
};

/** X- properties that are not listed: TEXT. */
export const extension: PropertyRule = { value: isText, often: 'any', parameters: ['FMTTYPE', 'VALUE'] };
