import { Button, ButtonGroup, EmptyState, plural, ResponsiveTable } from '#ui';
import { manageConferencePath } from '../../manage/addresses.js';
import { newThingPath, thingPath } from '../../set-up/addresses.js';
import { whomInWords, type AllocationsSoFar } from '../domain/allocation-details.js';

export interface AllocationsProps extends AllocationsSoFar {
  readonly conferenceId: string;
  /** Places that are taken by each, by its id. */
  readonly taken: ReadonlyMap<string, number>;
}

export function AllocationsView(props: AllocationsProps) {
  const { conferenceId, tickets, allocations, organisations, taken } = props;
  if (tickets.length === 0) {
    return (
      <EmptyState titleText="There is nothing that could be free yet">
        <p class="govuk-body">
          Free places will be listed here, such as two for each full member. Begin with{' '}
          <a class="govuk-link" href={manageConferencePath(conferenceId, 'tickets')}>
            the tickets that are on offer
          </a>
          .
        </p>
      </EmptyState>
    );
  }
  const add = newThingPath(conferenceId, 'allocations');
  if (allocations.length === 0) {
    return (
      <EmptyState titleText="No places are free of charge yet">
        <p class="govuk-body">
          Say how many places are free for each organisation of a category, or for one organisation: two for
          each full member, one for whoever hosts. They take those first and pay for what they want beyond.
        </p>
        <Button href={add}>Give the first free places</Button>
      </EmptyState>
    );
  }
  return (
    <>
      <ButtonGroup>
        <Button href={add}>Give more free places</Button>
      </ButtonGroup>
      <ResponsiveTable
        caption="Free places"
        captionClasses="govuk-visually-hidden"
        columns={[
          { key: 'whom', heading: 'For' },
          { key: 'ticket', heading: 'Ticket or add-on' },
          { key: 'places', heading: 'Free places', format: 'numeric' },
          { key: 'taken', heading: 'Taken in all', format: 'numeric' },
          { key: 'actions', heading: 'Actions' },
        ]}
        rows={allocations.map((allocation) => {
          const { id, ticketTypeId, category, places } = allocation;
          const whom = whomInWords(allocation, organisations);
          const ticket = tickets.find((each) => each.id === ticketTypeId)?.name ?? '';
          const about = <span class="govuk-visually-hidden">{`: ${ticket}, ${whom}`}</span>;
          return [
            whom,
            ticket,
            places === 0 ? 'None any more' : category === null ? String(places) : `${places} each`,
            plural(taken.get(id) ?? 0, 'place'),
            <>
              <a class="govuk-link" href={thingPath(conferenceId, 'allocations', id, 'edit')}>
                Change{about}
              </a>{' '}
              {places > 0 && (
                <a class="govuk-link" href={thingPath(conferenceId, 'allocations', id, 'remove')}>
                  Take away{about}
                </a>
              )}
            </>,
          ];
        })}
      />
    </>
  );
}
