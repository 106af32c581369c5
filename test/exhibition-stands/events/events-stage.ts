import { LinkSecrets } from '#platform';
import type { StandsStage } from '../stage.js';

/** An event as the API gives it to staff. */
export interface EventBody {
  readonly id: string;
  readonly status: string;
  readonly startsAt: string;
  readonly capacity: number;
  readonly taken: number;
  readonly budgetStatus: string | null;
  readonly version: number;
  readonly code?: string;
  readonly errors?: readonly { readonly field: string; readonly code: string }[];
}

/** Two hours on the first evening, for guests, nothing to pay, unless said otherwise. */
export const receptionInput = {
  title: 'Reception',
  day: '2035-09-23',
  from: '18:00',
  until: '20:00',
  audience: 'invited',
  capacity: 10,
};

/** The secret in a guest’s own link. */
export const guestSecret = ({ system }: Pick<StandsStage, 'system'>, guestId: string): string =>
  new LinkSecrets(system.secrets.links, 'links to stands').secretOf('guest', guestId);

/** Ids of an event’s guests, by their names. */
export async function guestIds(
  { query }: Pick<StandsStage, 'query'>,
  eventId: string,
): Promise<Readonly<Record<string, string>>> {
  const rows = await query<{ id: string; name: string }>(
    'SELECT id, name FROM event_guests WHERE stand_event_id = $1',
    [eventId],
  );
  return Object.fromEntries(rows.map(({ id, name }) => [name, id]));
}
