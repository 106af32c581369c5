import { Temporal } from 'temporal-polyfill';
import { dateInWords, EmptyState } from '#ui';
import { manageVisitPath } from '../../visits/addresses.js';
import { legPath, ownTravelPart, travelPart } from '../addresses.js';
import { dayOf } from '../domain/clock.js';
import { legName, momentWords } from '../in-words.js';
import type { LegWithPlaces } from '../legs.js';
import type { TravellingPerson, VisitTravel } from '../read-travel.js';

/** Travellers by legs where there is room, a list for each leg on a phone. */
export function MatrixView({ travel }: { readonly travel: VisitTravel }) {
  const { visit, people } = travel;
  const legs = travel.legs.filter(({ status }) => status === 'planned');
  const back = (
    <p class="govuk-body cn-no-print">
      <a class="govuk-link" href={manageVisitPath(visit.id, travelPart)}>
        All legs by day
      </a>
    </p>
  );
  if (legs.length === 0 || people.length === 0) {
    return (
      <>
        {back}
        <EmptyState titleText={people.length === 0 ? 'No travellers yet' : 'No legs yet'}>
          <p class="govuk-body">Once there are both, this page shows who is on what.</p>
        </EmptyState>
      </>
    );
  }
  return (
    <>
      {back}
      <div class="cn-scroll cn-wide-only" tabindex={0} role="region" aria-label="Travellers by legs">
        <table class="govuk-table">
          <caption class="govuk-visually-hidden">Who is on which leg, with their seats</caption>
          <thead class="govuk-table__head">
            <tr>
              <th scope="col" class="govuk-table__header">
                Traveller
              </th>
              {legs.map((leg) => (
                <th key={leg.id} scope="col" class="govuk-table__header">
                  <a class="govuk-link" href={legPath(visit.id, leg.id, 'travellers')}>
                    <bdi>{legName(leg)}</bdi>
                  </a>
                  <br />
                  {dateInWords(Temporal.PlainDate.from(dayOf(leg.departs)), { weekday: false })}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {people.map((person) => (
              <tr key={person.traveller.id}>
                <th scope="row" class="govuk-table__header">
                  <a class="govuk-link" href={manageVisitPath(visit.id, ownTravelPart(person.traveller.id))}>
                    <bdi>{person.traveller.name}</bdi>
                  </a>
                </th>
                {legs.map((leg) => (
                  <td key={leg.id} class="govuk-table__cell">
                    <Place leg={leg} person={person} />
                  </td>
                ))}
              </tr>
            ))}
          </tbody>
        </table>
      </div>
      <div class="cn-narrow-only">
        {legs.map((leg) => (
          <LegList key={leg.id} leg={leg} people={people} />
        ))}
      </div>
    </>
  );
}

function Place({ leg, person }: { readonly leg: LegWithPlaces; readonly person: TravellingPerson }) {
  const place = leg.places.find(({ travellerId }) => travellerId === person.traveller.id);
  if (place !== undefined) {
    return (
      <>
        Yes
        {place.seat !== null && `, seat ${place.seat}`}
        {place.bookingReference !== null && (
          <>
            <br />
            <bdi class="cn-quiet">{place.bookingReference}</bdi>
          </>
        )}
      </>
    );
  }
  return person.own.some(({ way }) => way === leg.way) ? <>On their own</> : <span class="cn-quiet">No</span>;
}

function LegList({
  leg,
  people,
}: {
  readonly leg: LegWithPlaces;
  readonly people: readonly TravellingPerson[];
}) {
  const on = people.flatMap(({ traveller }) => {
    const place = leg.places.find(({ travellerId }) => travellerId === traveller.id);
    return place === undefined ? [] : [{ traveller, place }];
  });
  return (
    <section aria-labelledby={`leg-${leg.id}`}>
      <h2 class="govuk-heading-s" id={`leg-${leg.id}`}>
        <a class="govuk-link" href={legPath(leg.visitId, leg.id, 'travellers')}>
          <bdi>{legName(leg)}</bdi>
        </a>
      </h2>
      <p class="govuk-body">{momentWords(leg.departs)}</p>
      {on.length === 0 ? (
        <p class="govuk-body cn-quiet">Nobody is on it yet.</p>
      ) : (
        <ul class="govuk-list govuk-list--bullet">
          {on.map(({ traveller, place }) => (
            <li key={traveller.id}>
              <bdi>{traveller.name}</bdi>
              {place.seat !== null && `, seat ${place.seat}`}
            </li>
          ))}
        </ul>
      )}
    </section>
  );
}
