import { randomUUID } from 'node:crypto';
import type { ConferenceFacts } from '#contracts';

type Day = ConferenceFacts['when']['days'][number];

/** A conference in London as `conference-registration` tells of it, and what a test wants to be different. */
export const conferenceFacts = (
  days: readonly Day[],
  different: Partial<ConferenceFacts> = {},
): ConferenceFacts => {
  const id = randomUUID();
  return {
    id,
    slug: id,
    title: 'Annual Conference 2027',
    status: 'open',
    statusReason: null,
    summary: '',
    when: { zone: 'Europe/London', days: [...days] },
    format: 'in person',
    place: { name: 'Town Hall', address: null },
    host: null,
    path: `/conference/${id}`,
    version: 1,
    ...different,
  };
};
