import { Button, ButtonGroup, EmptyState, plural, ResponsiveTable, Tag } from '#ui';
import { manageConferencePath } from '../../manage/addresses.js';
import { newThingPath, thingPath } from '../../set-up/addresses.js';
import { namesOf, type Named, type Pool } from '../domain/pool-details.js';
import type { PoolState } from '../domain/pool-state.js';

export interface PoolsProps {
  readonly conferenceId: string;
  readonly pools: readonly Pool[];
  readonly states: ReadonlyMap<string, PoolState>;
  readonly tickets: readonly Named[];
}

export function PoolsView({ conferenceId, pools, states, tickets }: PoolsProps) {
  if (tickets.length === 0) {
    return (
      <EmptyState titleText="There is nothing to limit yet">
        <p class="govuk-body">
          Limits say how many places there are: 300 in all, 120 at the dinner, 6 for one organisation. Begin
          with{' '}
          <a class="govuk-link" href={manageConferencePath(conferenceId, 'tickets')}>
            the tickets that are on offer
          </a>
          .
        </p>
      </EmptyState>
    );
  }
  const add = newThingPath(conferenceId, 'pools');
  if (pools.length === 0) {
    return (
      <EmptyState titleText="There is no limit yet">
        <p class="govuk-body">
          So any number of places can be booked. Limits say how many there are: 300 in all, 120 at the dinner,
          6 for one organisation. Tickets may share one, and take from several.
        </p>
        <Button href={add}>Set the first limit</Button>
      </EmptyState>
    );
  }
  return (
    <>
      <ButtonGroup>
        <Button href={add}>Set another limit</Button>
      </ButtonGroup>
      <ResponsiveTable
        caption={plural(pools.length, 'limit')}
        captionClasses="govuk-table__caption--s"
        isWide
        columns={[
          { key: 'name', heading: 'Limit' },
          { key: 'capacity', heading: 'Places', format: 'numeric' },
          { key: 'confirmed', heading: 'Confirmed', format: 'numeric' },
          { key: 'held', heading: 'Held', format: 'numeric' },
          { key: 'free', heading: 'Free', format: 'numeric' },
          { key: 'tickets', heading: 'Tickets and add-ons' },
          { key: 'actions', heading: 'Actions' },
        ]}
        rows={pools.map((pool) => row(conferenceId, pool, states.get(pool.id), tickets))}
      />
      <p class="govuk-body cn-quiet">
        Held: by bookings that are being filled in, by codes and by offers to those who wait. Of limits for
        each organisation the numbers are those of the organisation that has most.
      </p>
      <Unlimited pools={pools} tickets={tickets} />
    </>
  );
}

function row(conferenceId: string, pool: Pool, state: PoolState | undefined, tickets: readonly Named[]) {
  const { id, name, capacity, perOrganisation, ticketTypeIds } = pool;
  return [
    name,
    perOrganisation ? `${capacity} for each organisation` : String(capacity),
    String(state?.confirmed ?? 0),
    String(state?.held ?? 0),
    <Free state={state} />,
    namesOf(ticketTypeIds, tickets),
    <>
      <a class="govuk-link" href={thingPath(conferenceId, 'pools', id, 'edit')}>
        Change<span class="govuk-visually-hidden">: {name}</span>
      </a>{' '}
      <a class="govuk-link" href={thingPath(conferenceId, 'pools', id, 'remove')}>
        Lift<span class="govuk-visually-hidden">: {name}</span>
      </a>
    </>,
  ];
}

function Free({ state }: { readonly state: PoolState | undefined }) {
  if (state === undefined) return <>0</>;
  if (state.over > 0) return <Tag colour="red">Over by {state.over}</Tag>;
  if (state.queued > 0) return <Tag colour="orange">{plural(state.queued, 'entry', 'entries')} waiting</Tag>;
  return state.free === 0 ? <Tag colour="grey">Full</Tag> : <>{state.free}</>;
}

/** Names what no limit is for, since it is easily forgotten. */
function Unlimited({ pools, tickets }: Pick<PoolsProps, 'pools' | 'tickets'>) {
  const free = tickets.filter(({ id }) => pools.every(({ ticketTypeIds }) => !ticketTypeIds.includes(id)));
  if (free.length === 0) return null;
  return (
    <p class="govuk-body">
      <strong>Without a limit:</strong> {free.map(({ name }) => name).join(', ')}. Any number can be booked.
    </p>
  );
}
