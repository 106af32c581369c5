import { z } from 'zod';
import { confirmationInput, newDelegate, paymentInput } from '../../booking-page/api/journey.schema.js';
import { bookingInput } from '../../bookings/api/booking.schema.js';
import { mostDelegates } from '../../bookings/domain/booking.js';

const answers = z
  .record(z.string(), z.union([z.string(), z.array(z.string())]))
  .default({})
  .meta({
    description:
      'By the ids of the questions: text, the words of a choice, `yes` or `no`, or a list of choices.',
  });

export const atOnceInput = bookingInput
  .pick({ for: true, code: true })
  .extend({
    delegates: z
      .array(
        newDelegate.extend({
          ticketTypeId: z.string(),
          addOnIds: z.array(z.string()).default([]),
          answers,
        }),
      )
      .min(1)
      .max(mostDelegates),
    bookerPhone: z.string().nullable().default(null),
    answers: answers.describe('About the booking as a whole.'),
    ...paymentInput.shape,
    ...confirmationInput.shape,
  })
  .meta({ id: 'BookingAtOnceInput' });
