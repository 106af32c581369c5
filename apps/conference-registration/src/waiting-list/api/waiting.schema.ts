import { z } from 'zod';
import { bookedFors } from '../../bookings/domain/booking.js';
import { entryStatuses } from '../domain/entry.js';

const instant = z.iso.datetime().meta({ description: 'An instant.', examples: ['2027-03-01T10:30:00Z'] });

export const joinInput = z
  .strictObject({
    for: z
      .union([z.literal('self'), z.strictObject({ organisationId: z.string() })])
      .meta({ description: 'Yourself, or an organisation whose booking contact you are.' }),
    ticketTypeId: z.string(),
    wanted: z.number().meta({ description: 'How many places.' }),
    allTogether: z.boolean().default(false).meta({
      description: 'Nothing is offered until all are free; otherwise as many as there are.',
    }),
  })
  .meta({ id: 'JoinWaitingListInput' });

export const waitingOutput = z
  .strictObject({
    id: z.string(),
    conferenceId: z.string(),
    ticketTypeId: z.string(),
    status: z.enum(entryStatuses),
    bookedFor: z.enum(bookedFors),
    wanted: z
      .int()
      .meta({ description: 'How many are still waited for: what has been offered is taken off.' }),
    allTogether: z.boolean(),
    place: z.int().nullable().meta({ description: 'The place in the line; 1 is next.' }),
    offer: z.strictObject({ places: z.int(), answerUntil: instant }).nullable(),
    joinedAt: instant,
  })
  .meta({ id: 'WaitingListEntry' });

export type WaitingOutput = z.output<typeof waitingOutput>;

export const acceptedOutput = z
  .strictObject({ booking: z.string().meta({ description: 'The key of the booking that was begun.' }) })
  .meta({ id: 'AcceptedOffer' });
