import { v7 as uuidv7 } from 'uuid';
import type { Message } from '#contracts';
import type { Handlers, MessageHandler } from '#messaging';

const type = 'members.person-changed.v1';

const payload: Message<typeof type>['payload'] = {
  id: '019a8d5e-0000-7000-8000-000000000001',
  name: 'Ada Example',
  preferredName: null,
  pronouns: 'she/her',
  email: 'ada@example.org',
  phone: '01632 960001',
  jobTitle: 'Head of Democratic Services',
  roles: [],
  affiliations: [
    { organisationId: '019a8d5e-0000-7000-8000-000000000002', role: 'officer', isBookingContact: true },
  ],
  seats: [
    {
      board: 'executive-oversight-committee',
      boardName: 'Executive Oversight Committee',
      position: 'Chair',
      startsOn: '2026-01-01',
      endsOn: null,
    },
  ],
  mergedInto: null,
};

const app = 'events-calendar';

const handler: MessageHandler<typeof type> = { type, handle: async () => undefined };

/** What is sent: each time about another person. */
export const example = {
  /** Who gets it. */
  app: app as typeof app,
  /** It does nothing, so that all that is measured is ours. */
  handlers: new Map([[type, handler as MessageHandler]]) as Handlers,
  /** As a use case sends it. */
  outgoing: (number: number) =>
    ({
      type,
      aggregate: { id: `person ${number}`, version: 1 },
      correlationId: `request ${number}`,
      payload,
      to: [app],
    }) as const,
  /** As it is in the queue. */
  message: (number: number): Message => {
    const { aggregate, correlationId } = example.outgoing(number);
    return { id: uuidv7(), type, aggregate, correlationId, at: new Date().toISOString(), payload };
  },
};
