import { Temporal } from 'temporal-polyfill';
import { Button, dateInWords, EmptyState, ExportLinks, listInWords, plural, ResponsiveTable, Tag } from '#ui';
import { manageVisitPath } from '../../visits/addresses.js';
import { isEnded } from '../../visits/domain/status.js';
import { legPath, ownTravelPart, travelPart } from '../addresses.js';
import { dayOf } from '../domain/clock.js';
import { durationInWords, minutesOf } from '../domain/leg.js';
import {
  clockInWords,
  kindWords,
  legName,
  momentWords,
  ownWayWords,
  wayWords,
  warningWords,
} from '../in-words.js';
import type { LegWithPlaces } from '../legs.js';
import { daysOfWay, lacking, type TravellingPerson, type VisitTravel } from '../read-travel.js';

/** A visit's legs by day, above them what needs doing. */
export function TravelView({ travel }: { readonly travel: VisitTravel }) {
  const { visit, legs } = travel;
  const path = manageVisitPath(visit.id, travelPart);
  const isOver = isEnded(visit.status);
  const byDay = Map.groupBy(legs, ({ departs }) => dayOf(departs));
  return (
    <>
      <NeedsDoing travel={travel} />
      {!isOver && <Button href={`${path}/new`}>Add a leg</Button>}
      {legs.length > 0 && (
        <ul class="cn-choices cn-no-print">
          <li>
            <a href={`${path}/who`}>Who is on what</a>
          </li>
          {!isOver && (
            <>
              <li>
                <a href={`${path}/tell`}>Tell travellers of their legs</a>
              </li>
              <li>
                <a href={`${path}/list`}>Bring in a list of bookings</a>
              </li>
            </>
          )}
        </ul>
      )}
      {legs.length === 0 ? (
        <EmptyState titleText="No legs yet">
          <p class="govuk-body">
            Add the flights, trains, coaches and walks of this visit, then say who is on which.
          </p>
        </EmptyState>
      ) : (
        [...byDay].map(([day, ofDay]) => (
          <section key={day} aria-labelledby={`day-${day}`}>
            <h2 class="govuk-heading-m" id={`day-${day}`}>
              {dateInWords(Temporal.PlainDate.from(day))}
            </h2>
            <Legs legs={ofDay} />
          </section>
        ))
      )}
      <OwnWays people={travel.people} visitId={visit.id} />
      {travel.people.length > 0 && (
        <ExportLinks what="who is on what" file={(format) => `${path}/export.${format}`} />
      )}
    </>
  );
}

function Legs({ legs }: { readonly legs: readonly LegWithPlaces[] }) {
  return (
    <ResponsiveTable
      caption="Legs of this day"
      captionClasses="govuk-visually-hidden"
      columns={[
        { key: 'leg', heading: 'Leg' },
        { key: 'departs', heading: 'Departs' },
        { key: 'arrives', heading: 'Arrives' },
        { key: 'who', heading: 'Travellers' },
      ]}
      rows={legs.map((leg) => [
        <>
          <a class="govuk-link" href={legPath(leg.visitId, leg.id)}>
            <bdi>{legName(leg)}</bdi>
          </a>
          <p class="cn-quiet cn-flush">
            {leg.kind === 'other' ? '' : `${kindWords[leg.kind]}, `}
            {wayWords[leg.way].toLowerCase()}
          </p>
          {leg.status === 'cancelled' && <Tag colour="red">Cancelled</Tag>}
        </>,
        <>
          {clockInWords(leg.departs)}
          <br />
          <bdi>{leg.fromName}</bdi>
        </>,
        <>
          {dayOf(leg.arrives) === dayOf(leg.departs) ? clockInWords(leg.arrives) : momentWords(leg.arrives)}
          <br />
          <bdi>{leg.toName}</bdi>
          <p class="cn-quiet cn-flush">{durationInWords(minutesOf(leg))}</p>
        </>,
        leg.seats === null ? String(leg.places.length) : `${leg.places.length} of ${leg.seats} seats`,
      ])}
    />
  );
}

/** What somebody should look at before anybody leaves. */
function NeedsDoing({ travel }: { readonly travel: VisitTravel }) {
  const { visit, people, outside } = travel;
  const twice = people.flatMap(({ traveller, twice: ways }) => ways.map((way) => ({ traveller, way })));
  const tight = people.flatMap(({ traveller, warnings }) =>
    warnings.map((warning) => ({ traveller, warning })),
  );
  const missing = lacking(travel).filter((each) => each.people.length > 0);
  if (missing.length + twice.length + tight.length + outside.length === 0) return null;
  return (
    <section class="cn-status cn-status--postponed" aria-labelledby="needs-doing">
      <h2 class="cn-status__title" id="needs-doing">
        To look at
      </h2>
      <ul class="govuk-list govuk-list--bullet">
        {missing.map((each) => (
          <li key={each.way}>
            {plural(each.people.length, 'traveller has', 'travellers have')} no way {ownWayWords[each.way]} on{' '}
            {listInWords(
              daysOfWay(travel, each.way).map((day) => dateInWords(Temporal.PlainDate.from(day))),
              'or',
            )}
            : <Names people={each.people} visitId={visit.id} />
          </li>
        ))}
        {twice.map(({ traveller, way }) => (
          <li key={`${traveller.id} ${way}`}>
            <bdi>{traveller.name}</bdi> goes {ownWayWords[way]} on their own, and is on a leg as well.
          </li>
        ))}
        {tight.map(({ traveller, warning }) => (
          <li key={`${traveller.id} ${warning.first.id} ${warning.second.id}`}>
            <bdi>{traveller.name}</bdi>: {warningWords(warning)}.
          </li>
        ))}
        {outside.map((leg) => (
          <li key={leg.id}>
            {legName(leg)}, {momentWords(leg.departs)}, is outside the days of the visit. What is booked stays
            when it is: change or cancel it if the visit was moved.
          </li>
        ))}
      </ul>
    </section>
  );
}

/** So many are named; the others are counted. */
const mostNamed = 10;

function Names({
  people,
  visitId,
}: {
  readonly people: readonly TravellingPerson[];
  readonly visitId: string;
}) {
  return (
    <>
      {people.slice(0, mostNamed).map(({ traveller }, index) => (
        <>
          {index > 0 && ', '}
          <a class="govuk-link" href={manageVisitPath(visitId, ownTravelPart(traveller.id))}>
            <bdi>{traveller.name}</bdi>
          </a>
        </>
      ))}
      {people.length > mostNamed && ` and ${people.length - mostNamed} more`}.
    </>
  );
}

function OwnWays({
  people,
  visitId,
}: {
  readonly people: readonly TravellingPerson[];
  readonly visitId: string;
}) {
  const alone = people.filter(({ own }) => own.length > 0);
  if (alone.length === 0) return null;
  return (
    <section aria-labelledby="own-ways">
      <h2 class="govuk-heading-m" id="own-ways">
        On their own
      </h2>
      <ResponsiveTable
        caption="Who travels on their own"
        captionClasses="govuk-visually-hidden"
        columns={[
          { key: 'who', heading: 'Traveller' },
          { key: 'way', heading: 'Way' },
          { key: 'when', heading: 'When and where' },
        ]}
        rows={alone.flatMap(({ traveller, own }) =>
          own.map(({ way, place, when, words }) => [
            <a class="govuk-link" href={manageVisitPath(visitId, ownTravelPart(traveller.id))}>
              <bdi>{traveller.name}</bdi>
            </a>,
            wayWords[way],
            <>
              {way === 'there' ? 'Arrives' : 'Leaves'} {momentWords(when)}, <bdi>{place}</bdi>
              {words !== null && <p class="cn-quiet cn-flush">{words}</p>}
            </>,
          ]),
        )}
      />
    </section>
  );
}
