import { Temporal } from 'temporal-polyfill';
import {
  dateInWords,
  EmptyState,
  listInWords,
  momentInWords,
  Paragraphs,
  plural,
  SummaryList,
  Tag,
} from '#ui';
import { itineraryPath } from '../../itinerary/addresses.js';
import { stopInWords, whenOfSpan } from '../../itinerary/in-words.js';
import { dayOf } from '../../itinerary/domain/item.js';
import { paperTime } from '../../papers/in-words.js';
import { readinessPath } from '../../readiness/addresses.js';
import { manageVisitPath } from '../../visits/addresses.js';
import { isEnded } from '../../visits/domain/status.js';
import { VisitFrame } from '../../visits/pages/visit-frame.js';
import { briefingsPath } from '../addresses.js';
import type { Diets } from '../count-diets.js';
import type { DayThing, StaffDay } from '../read-day.js';

/** A day of a visit with all that is on it for anybody, for those who lead it. */
export function DayView({ day: given }: { readonly day: StaffDay }) {
  const { visit, day, things, words } = given;
  return (
    <VisitFrame visit={visit} heading={dateInWords(Temporal.PlainDate.from(day))} current="briefings">
      <Unpublished given={given} />
      {(words.words !== '' || words.bring !== '') && (
        <SummaryList
          rows={[
            words.words !== '' && { key: 'A word for the day', value: <Paragraphs text={words.words} /> },
            words.bring !== '' && { key: 'Bring', value: <Paragraphs text={words.bring} /> },
          ]}
        />
      )}
      {!isEnded(visit.status) && (
        <p class="govuk-body cn-no-print">
          <a class="govuk-link" href={briefingsPath(visit.id, `${day}/words`)}>
            {words.version === 0 ? 'Write a word for the day' : 'Change the word for the day'}
          </a>
        </p>
      )}
      {things.length === 0 && (
        <EmptyState titleText="Nothing is on this day">
          <p class="govuk-body">
            What is published of the itinerary, and the legs of the journey, will be here.
          </p>
        </EmptyState>
      )}
      <ol class="cn-timeline">
        {things.map((thing) => (
          <li key={thing.id}>
            <Thing thing={thing} day={day} visitId={visit.id} />
          </li>
        ))}
      </ol>
      <Mailed given={given} />
    </VisitFrame>
  );
}

function Unpublished({ given: { visit, published, unpublished } }: { readonly given: StaffDay }) {
  if (published === null) {
    return (
      <p class="govuk-body">
        Travellers read nothing of the itinerary yet:{' '}
        <a class="govuk-link" href={itineraryPath(visit.id)}>
          it is not published
        </a>
        .
      </p>
    );
  }
  if (unpublished === 0) return null;
  return (
    <p class="govuk-body">
      <Tag colour="yellow">Not published</Tag>{' '}
      {plural(unpublished, 'thing of this day is', 'things of this day are')} different from what travellers
      read and from what stands below.{' '}
      <a class="govuk-link" href={itineraryPath(visit.id, 'publish')}>
        Look at it and publish it
      </a>
    </p>
  );
}

interface ThingProps {
  readonly thing: DayThing;
  readonly day: string;
  readonly visitId: string;
}

function Thing({ thing, day, visitId }: ThingProps) {
  const { title, kind, stop, to, isOff, reason, host, diets, about, notes, bufferMinutes } = thing;
  const time = dayOf(thing) === day ? paperTime(thing) : whenOfSpan(thing);
  if (isOff) {
    return (
      <>
        <h2 class="cn-timeline__title">
          <bdi>{title}</bdi> <Tag colour="red">Cancelled</Tag>
        </h2>
        <p class="cn-timeline__when">
          {time}
          {reason !== null && `. ${reason}`}
        </p>
      </>
    );
  }
  return (
    <>
      <h2 class="cn-timeline__title">
        <bdi>{title}</bdi>
      </h2>
      <p class="cn-timeline__when">
        {time}, {kind.toLowerCase()}
      </p>
      <SummaryList
        classes="govuk-summary-list--no-border"
        rows={[
          { key: 'Who', value: <Who thing={thing} /> },
          stop !== null && { key: to === null ? 'Where' : 'From', value: stopInWords(stop) },
          to !== null && { key: 'To', value: stopInWords(to) },
          bufferMinutes > 0 && { key: 'Be there earlier', value: plural(bufferMinutes, 'minute') },
          host !== null && { key: 'Host', value: <Reachable name={host.name} people={host.contacts} /> },
          interpreting(thing),
          diets !== null && { key: 'Eating', value: <Eating diets={diets} visitId={visitId} /> },
        ]}
      />
      {about !== '' && <Paragraphs text={about} />}
      {notes !== '' && (
        <>
          <p class="govuk-body cn-flush">
            <strong>For staff alone</strong>
          </p>
          <Paragraphs text={notes} />
        </>
      )}
    </>
  );
}

function Who({ thing: { forWhom, travellers, isForAll } }: { readonly thing: DayThing }) {
  const count = `${forWhom}: ${plural(travellers.length, 'traveller')}`;
  if (isForAll || travellers.length === 0) return <>{count}</>;
  return (
    <details>
      <summary>{count}</summary>
      <bdi>{listInWords(travellers.map(({ name }) => name))}</bdi>
    </details>
  );
}

interface ReachableProps {
  readonly name: string;
  readonly people: readonly { readonly name: string; readonly role: string; readonly phone: string | null }[];
}

const Reachable = ({ name, people }: ReachableProps) => (
  <>
    <bdi>{name}</bdi>
    {people.map((person) => (
      <>
        <br />
        <bdi>{[person.name, person.role].filter(Boolean).join(', ')}</bdi>
        {person.phone !== null && (
          <>
            {' '}
            <Phone number={person.phone} />
          </>
        )}
      </>
    ))}
  </>
);

const Phone = ({ number }: { readonly number: string }) => (
  <a class="govuk-link" href={`tel:${number.replaceAll(/[^+\d]/g, '')}`}>
    {number}
  </a>
);

const interpreting = ({ needsInterpreter, language, interpreters }: DayThing) =>
  (needsInterpreter || interpreters.length > 0) && {
    key: 'Interpreter',
    value:
      interpreters.length === 0 ? (
        <>
          <Tag colour="red">Missing</Tag> {language}
        </>
      ) : (
        <>
          {interpreters.map(({ id, name, phone }) => (
            <div key={id}>
              <bdi>{name}</bdi> {phone !== null && <Phone number={phone} />}
            </div>
          ))}
        </>
      ),
  };

function Eating({
  diets: { eating, told, open },
  visitId,
}: {
  readonly diets: Diets;
  readonly visitId: string;
}) {
  return (
    <>
      {plural(eating, 'person eats', 'people eat')} there. {told === 0 ? 'Nobody' : told} told us of something
      that they need
      {open > 0 && `, and ${plural(open, 'has', 'have')} not answered`}.{' '}
      <a class="govuk-link cn-no-print" href={readinessPath(visitId)}>
        What it is stands with each of them
      </a>
    </>
  );
}

function Mailed({ given: { visit, mails } }: { readonly given: StaffDay }) {
  const { sent, lastAt, unreachable } = mails;
  return (
    <section class="cn-no-print" aria-labelledby="mailed">
      <h2 class="govuk-heading-m" id="mailed">
        Who was mailed it
      </h2>
      <p class="govuk-body">
        {lastAt === null
          ? 'Nobody yet.'
          : `${plural(sent, 'traveller was', 'travellers were')} mailed their own day, the last of them on ${momentInWords(lastAt)}.`}
      </p>
      {unreachable.length > 0 && (
        <p class="govuk-body">
          No mail address, so tell them yourself:{' '}
          <a class="govuk-link" href={manageVisitPath(visit.id, 'travellers')}>
            <bdi>{listInWords(unreachable.map(({ name }) => name))}</bdi>
          </a>
        </p>
      )}
    </section>
  );
}
