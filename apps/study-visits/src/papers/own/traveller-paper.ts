import { Temporal } from 'temporal-polyfill';
import { dateInWords, dateRangeInWords, plural } from '#ui';
import { byDay } from '../../itinerary/domain/own-day.js';
import { timesAtHome, stopInWords } from '../../itinerary/in-words.js';
import type { OwnPart } from '../../itinerary/own/read-own-days.js';
import { typeNames } from '../../rooms/in-words.js';
import type { OwnNights } from '../../rooms/own-nights.js';
import type { Traveller } from '../../travellers/domain/traveller.js';
import { countryName } from '../../visits/domain/countries.js';
import type { PaperEntry, PaperFact, PaperSection } from '../domain/paper.js';
import { paperTime } from '../in-words.js';
import type { MadePaper } from '../keep-paper.js';
import type { PartyFacts } from './party-facts.js';

/** What somebody’s papers are made of. */
export interface OwnFacts extends PartyFacts {
  readonly traveller: Traveller;
  /** In the order of time, those that do not take place too. */
  readonly parts: readonly OwnPart[];
}

/** All of a visit for one traveller: their days, where they sleep, and whom they ring. */
export function travellerPaper(facts: OwnFacts): MadePaper {
  const { traveller } = facts;
  return {
    paper: {
      title: `Programme for ${traveller.name}`,
      about: [...visitFacts(facts), ...asFact('You', traveller.part === 'leader' ? 'Lead this visit' : '')],
      sections: [
        ...daySections(facts.parts),
        ...nightSection(facts),
        {
          key: 'people',
          title: 'Whom to ring',
          entries: peopleEntries(facts),
        },
      ].filter(({ entries }) => entries.length > 0),
    },
    names: namedIn(facts),
  };
}

/** Whether there is anything yet that a programme could say. */
export const hasProgramme = ({ parts, nights, traveller }: OwnFacts): boolean =>
  parts.some(({ isOff }) => !isOff) || nights.has(traveller.id);

/** Whoever has it, and those who lead. */
export const namedIn = ({ traveller, leaders }: OwnFacts): readonly string[] => [
  ...new Set([traveller.id, ...leaders.map(({ id }) => id)]),
];

/** Which visit it is. */
export const visitFacts = ({ visit }: Pick<PartyFacts, 'visit'>): readonly PaperFact[] => [
  ['Visit', visit.title],
  ['When', dateRangeInWords(Temporal.PlainDate.from(visit.firstDay), Temporal.PlainDate.from(visit.lastDay))],
  ['Where', [visit.region, countryName(visit.country)].filter((part) => part !== '').join(', ')],
];

const asFact = (name: string, value: string): readonly PaperFact[] => (value === '' ? [] : [[name, value]]);

const daySections = (parts: readonly OwnPart[]): readonly PaperSection[] =>
  // What is for others now simply stands there no longer; what was called off says why.
  [...byDay(parts.filter(({ isOff, reason }) => !isOff || reason !== null))].map(([day, all]) => ({
    key: day,
    title: dateInWords(Temporal.PlainDate.from(day)),
    entries: all.map(partEntry),
  }));

function partEntry(part: OwnPart): PaperEntry {
  const { key, title, kind, stop, to, facts, about, isOff, reason } = part;
  return {
    key,
    time: paperTime(part),
    title,
    facts: [
      ['What', kind],
      [to === null ? 'Where' : 'From', stopInWords(stop)],
      ['To', stopInWords(to)],
      ['In London', timesAtHome(part) ?? ''],
      ...facts,
    ],
    text: about,
    ...(isOff && { cancelled: reason ?? '' }),
  };
}

function nightSection({ nights, traveller }: OwnFacts): readonly PaperSection[] {
  const own = nights.get(traveller.id) ?? [];
  return [{ key: 'nights', title: 'Where you sleep', entries: nightEntries(own) }];
}

/** Each stay by its hotel, and by its how-manieth time there: a night more does not make it another. */
export function nightEntries(own: readonly OwnNights[]): readonly PaperEntry[] {
  return own.map(({ hotelId, hotel, address, phone, type, key, arrives, leaves }, index) => {
    const times = own.slice(0, index).filter((each) => each.hotelId === hotelId).length;
    const [first, last] = [Temporal.PlainDate.from(arrives), Temporal.PlainDate.from(leaves)];
    return {
      key: `${hotelId} ${times + 1}`,
      time: dateRangeInWords(first, last),
      title: hotel,
      facts: [
        ['For', plural(first.until(last).days, 'night')],
        ['Address', address.replaceAll(/\s*\n\s*/g, ', ')],
        ['Phone', phone],
        ['Room', `${typeNames[type]} (${key} on the hotel’s list)`],
      ],
      text: '',
    };
  });
}

/** Who leads the visit, and whom staff named. */
export const peopleEntries = ({
  leaders,
  visit,
}: Pick<PartyFacts, 'leaders' | 'visit'>): readonly PaperEntry[] => [
  ...leaders.map(({ id, name, phone }): PaperEntry => ({
    key: id,
    time: '',
    title: name,
    facts: [
      ['Who', 'Leads the visit'],
      ['Phone', phone ?? ''],
    ],
    text: '',
  })),
  ...visit.contacts.map(({ name, role, phone, email }, index): PaperEntry => ({
    key: `contact ${index + 1}`,
    time: '',
    title: name,
    facts: [
      ['Who', role],
      ['Phone', phone ?? ''],
      ['Mail', email ?? ''],
    ],
    text: '',
  })),
];
