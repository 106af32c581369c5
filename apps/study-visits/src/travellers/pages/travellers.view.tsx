import { BookedTwice, commitmentInWords } from '#elsewhere';
import { BreakableEmail, Button, EmptyState, ExportLinks, exportOf, plural, ResponsiveTable, Tag } from '#ui';
import type { DoubleBookings } from '../../double-bookings/find-double-bookings.js';
import { kindWords } from '../../selection/in-words.js';
import { manageVisitPath } from '../../visits/addresses.js';
import { isEnded } from '../../visits/domain/status.js';
import type { Visit } from '../../visits/domain/visit.js';
import type { Traveller } from '../domain/traveller.js';

/** What somebody is on a visit. */
export const partWords = { delegate: 'Delegate', leader: 'Leads the visit' } as const;

export interface TravellerListProps {
  readonly visit: Visit;
  readonly travellers: readonly Traveller[];
  readonly doubleBookings: DoubleBookings;
}

/** Everybody who travels, or was to, and what staff can do about it. */
export function TravellerList({ visit, travellers, doubleBookings }: TravellerListProps) {
  const path = (part: string) => manageVisitPath(visit.id, `travellers/${part}`);
  const isOver = isEnded(visit.status);
  const count = (is: (each: Traveller) => boolean) =>
    travellers.filter((each) => each.status === 'confirmed' && is(each)).length;
  return (
    <>
      {travellers.length === 0 ? (
        <EmptyState titleText="No travellers yet">
          <p class="govuk-body">Whoever accepts a place will be here, and those whom you add as leaders.</p>
        </EmptyState>
      ) : (
        <>
          <p class="govuk-body">
            {plural(
              count(({ part }) => part === 'delegate'),
              'delegate',
            )}{' '}
            for {plural(visit.places, 'place')}, and{' '}
            {plural(
              count(({ part }) => part === 'leader'),
              'person who leads',
              'people who lead',
            )}{' '}
            the visit.
          </p>
          <BookedTwice
            heading="Booked twice"
            sentences={travellers.flatMap(({ id, name }) =>
              (doubleBookings.get(id) ?? []).map((other) => `${name} is ${commitmentInWords(other)}.`),
            )}
          />
          <ResponsiveTable
            caption="Travellers"
            isWide
            columns={[
              { key: 'name', heading: 'Traveller' },
              { key: 'organisation', heading: 'Organisation' },
              { key: 'contact', heading: 'Contact' },
              { key: 'place', heading: 'Place' },
              ...(isOver ? [] : [{ key: 'change', heading: 'Change' }]),
            ]}
            rows={travellers.map((each) => [
              <>
                {each.number}. <bdi>{each.name}</bdi>
                {each.status === 'withdrawn' && (
                  <>
                    {' '}
                    <Tag colour="grey">Withdrawn</Tag>
                  </>
                )}
                {doubleBookings.has(each.id) && (
                  <>
                    {' '}
                    <Tag colour="orange">Booked twice</Tag>
                  </>
                )}
              </>,
              each.organisationName,
              <>
                {each.email !== null && <BreakableEmail address={each.email} />}
                {each.phone !== null && <div>{each.phone}</div>}
              </>,
              each.countsAs === null ? (
                partWords.leader
              ) : (
                <>
                  {kindWords[each.countsAs]}
                  {each.funded && <div>Funded</div>}
                </>
              ),
              ...(isOver ? [] : [<Change each={each} path={path} />]),
            ])}
          />
          <ExportLinks what="this list" file={exportOf(manageVisitPath(visit.id, 'travellers'))} />
        </>
      )}
      {!isOver && (
        <div class="cn-no-print">
          <Button href={path('new-leader')} classes="govuk-button--secondary">
            Add somebody who leads
          </Button>
        </div>
      )}
    </>
  );
}

function Change({ each, path }: { readonly each: Traveller; readonly path: (part: string) => string }) {
  if (each.status !== 'confirmed') return null;
  return (
    <>
      <a class="govuk-link" href={path(`${each.id}/withdraw`)}>
        Take off<span class="govuk-visually-hidden"> {each.name}</span>
      </a>
      {each.part === 'delegate' && each.organisationName !== '' && (
        <>
          <br />
          <a class="govuk-link" href={path(`${each.id}/replace`)}>
            Replace<span class="govuk-visually-hidden"> {each.name}</span>
          </a>
        </>
      )}
    </>
  );
}
