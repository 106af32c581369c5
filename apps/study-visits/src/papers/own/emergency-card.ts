import { Temporal } from 'temporal-polyfill';
import { dateRangeInWords } from '#ui';
import { countryName } from '../../visits/domain/countries.js';
import type { PaperEntry, PaperFact, PaperSection } from '../domain/paper.js';
import type { MadePaper } from '../keep-paper.js';
import { namedIn, nightEntries, type OwnFacts } from './traveller-paper.js';

/** Where somebody writes what only they know. */
const toFillIn = '____________________';

/**
 * What somebody needs at hand when something goes wrong, on the two sides of a card. It says nothing of their health: they write
 * that in, or nobody does.
 */
export function emergencyCard(facts: OwnFacts): MadePaper {
  const { traveller, visit, call, text, nights } = facts;
  const own = nights.get(traveller.id) ?? [];
  const sections: readonly PaperSection[] = [
    section(
      'call',
      call === null ? '' : `Ring ${call.number}`,
      call === null ? [] : [entry({ text: capital(call.services) })],
    ),
    section('people', 'Then ring us', [entry({ facts: peopleFacts(facts) })]),
    section('lost', 'If you are lost', text.ifLost === '' ? [] : [entry({ text: text.ifLost })]),
    section(
      'nights',
      'Where you sleep',
      // Which room it is, the hotel knows.
      nightEntries(own).map((each) => ({
        ...each,
        facts: each.facts.filter(([name]) => name === 'Address' || name === 'Phone'),
      })),
    ),
    section('more', 'What else helps', text.more === '' ? [] : [entry({ text: text.more })]),
    section('insurer', 'Your insurer, to write in', [
      entry({
        facts: [
          ['Phone', toFillIn],
          ['Policy', toFillIn],
        ],
      }),
    ]),
  ];
  const [first, last] = [Temporal.PlainDate.from(visit.firstDay), Temporal.PlainDate.from(visit.lastDay)];
  return {
    paper: {
      title: 'In an emergency',
      about: [
        ['Name', traveller.name],
        ['Visit', `${visit.title}, ${countryName(visit.country)}`],
        ['When', dateRangeInWords(first, last)],
      ],
      sections: sections.filter(({ entries }) => entries.length > 0),
    },
    names: namedIn(facts),
  };
}

/** Each with their number, those who lead before all others. */
function peopleFacts({ leaders, visit }: Pick<OwnFacts, 'leaders' | 'visit'>): readonly PaperFact[] {
  const people = [
    ...leaders.map(({ name, phone }) => ({ name, phone })),
    ...visit.contacts.map(({ name, role, phone }) => ({
      name: role === '' ? name : `${name}, ${role}`,
      phone,
    })),
  ];
  return people.flatMap(({ name, phone }) => (phone ? [[name, phone] as const] : []));
}

const section = (key: string, title: string, entries: readonly PaperEntry[]): PaperSection => ({
  key,
  title,
  entries: entries.filter(({ title: name, facts, text }) => name !== '' || facts.length > 0 || text !== ''),
});

const entry = (said: Partial<Pick<PaperEntry, 'facts' | 'text'>>): PaperEntry => ({
  key: 'it',
  time: '',
  title: '',
  facts: [],
  text: '',
  ...said,
});

const capital = (text: string): string => text.charAt(0).toUpperCase() + text.slice(1);
