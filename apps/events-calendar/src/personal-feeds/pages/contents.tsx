import { Temporal } from 'temporal-polyfill';
import { dateInWords, listInWords, plural } from '#ui';
import {
  memberOrganisations,
  readerOn,
  type KnownPerson,
  type Seat,
} from '../../members/domain/known-person.js';
import type { OwnTravel } from '../../visits/list-own-travels.js';
import type { ShiftsAt } from '../../stands/list-own-shifts.js';

export interface ContentsProps {
  /** `null` while `members` has told nothing of the person. */
  readonly person: KnownPerson | null;
  readonly today: Temporal.PlainDate;
  /** Titles of the conferences that they take part in. */
  readonly conferences: readonly string[];
  /** The study visits that they travel with. */
  readonly visits: readonly OwnTravel[];
  /** Where they have shifts on a stand. */
  readonly shifts: readonly ShiftsAt[];
}

/** What a person's feed holds today, and why. */
export function Contents({ person, today, conferences, visits, shifts }: ContentsProps) {
  const sentences = [
    ...contentsInWords(person, today),
    ...conferences.map(attended),
    ...visits.map(travelled),
    ...shifts.map(shiftsInWords),
  ];
  return (
    <section aria-labelledby="contents">
      <h2 class="govuk-heading-m" id="contents">
        What it holds
      </h2>
      <p class="govuk-body">
        What you may see, as it is each time your calendar looks. At the moment that is:
      </p>
      <ul class="govuk-list govuk-list--bullet">
        {sentences.map((sentence) => (
          <li key={sentence}>{sentence}</li>
        ))}
      </ul>
    </section>
  );
}

const attended = (title: string): string => `“${title}”, for which you are registered`;

const travelled = ({ title, planned }: OwnTravel): string =>
  `“${title}”, with which you travel${planned === 0 ? '' : `, and ${plural(planned, 'thing')} planned for you there`}`;

const shiftsInWords = ({ title, amount }: ShiftsAt): string =>
  `your ${amount === 1 ? 'shift' : plural(amount, 'shift')} on the stand at “${title}”`;

/** Each thing that the feed holds, in words. */
export function contentsInWords(person: KnownPerson | null, today: Temporal.PlainDate): string[] {
  if (person === null) {
    return [
      'all public events. Your organisations and boards have not reached the calendar yet; what they give you will appear by itself',
    ];
  }
  if (person.roles.length > 0) return ['every event that is published, as you work for the network'];
  const { roles } = readerOn(person, today);
  const names = memberOrganisations(person).map(({ name }) => name);
  const because = names.length > 0 ? `you belong to ${listInWords(names)}` : 'you sit on a board';
  return [
    'all public events',
    ...(roles.includes('person')
      ? [`events for members, with how to join them, as ${because}`]
      : ['no events for members, as none of your organisations is a member now']),
    ...person.seats.flatMap((seat) => seatInWords(seat, today) ?? []),
  ];
}

/** `null` for a term that is over. */
function seatInWords({ boardName, startsOn, endsOn }: Seat, today: Temporal.PlainDate): string | null {
  const [first, last] = [startsOn, endsOn].map((day) => day && Temporal.PlainDate.from(day));
  if (last && Temporal.PlainDate.compare(last, today) < 0) return null;
  const from = first && Temporal.PlainDate.compare(first, today) > 0 ? ` from ${inWords(first)}` : '';
  const until = last ? ` until ${inWords(last)}` : '';
  return `meetings of the ${boardName}${from}${until}`;
}

const inWords = (day: Temporal.PlainDate): string => dateInWords(day, { weekday: false });
