import { z } from 'zod';
import { bookingStatuses } from '../../bookings/domain/booking.js';
import { delegateInput } from '../../booking-page/api/journey.schema.js';

const pence = z.int().min(0).meta({ description: 'Whole pence, VAT included.' });
const text = z.string();

const amounts = z
  .strictObject({ netPence: z.int(), vatPence: z.int(), grossPence: z.int() })
  .meta({ id: 'Amounts' });

const document = z.strictObject({ label: text, grossPence: z.int() }).meta({ id: 'IssuedDocument' });

const overrideReason = z
  .string()
  .min(1)
  .max(500)
  .nullable()
  .default(null)
  .meta({ description: 'Of staff alone: limits are passed, and this is recorded.' });

const isTrial = z
  .boolean()
  .default(false)
  .meta({ description: '`true` says what it would come to, and changes nothing.' });

export const changedDetailsInput = delegateInput
  .omit({ ticketTypeId: true, addOnIds: true, isComplete: true })
  .meta({ id: 'ChangedDelegateInput' });

export const newPersonInput = delegateInput
  .omit({ ticketTypeId: true, addOnIds: true })
  .meta({ id: 'NewPersonInput' });

export const ticketsInput = z
  .strictObject({
    ticketTypeId: text,
    addOnIds: z.array(text).default([]),
    expectedInvoicePence: pence.default(0),
    expectedCreditPence: pence.default(0),
    isTrial,
    overrideReason,
  })
  .meta({ id: 'TicketsInput' });

export const additionsInput = z
  .strictObject({
    delegates: z
      .array(
        z.strictObject({
          name: text,
          email: text.nullable().default(null),
          phone: text.nullable().default(null),
          jobTitle: text.nullable().default(null),
          badgeOrganisation: text.nullable().default(null),
          ticketTypeId: text,
          addOnIds: z.array(text).default([]),
        }),
      )
      .min(1)
      .max(100),
    expectedInvoicePence: pence.default(0),
    isTrial,
    overrideReason,
  })
  .meta({ id: 'AdditionsInput' });

/** What a change costs, or would. */
export const costOutput = z
  .strictObject({
    isTrial: z.boolean(),
    invoiced: amounts,
    credited: amounts,
    invoice: document.nullable(),
    creditNotes: z.array(document),
    delegates: z
      .array(z.int())
      .meta({ description: 'The numbers of those concerned; of a trial, those they would have.' }),
  })
  .meta({ id: 'ChangeCost' });

export type CostOutput = z.output<typeof costOutput>;

const numbers = z.union([z.literal('all'), z.array(z.int().min(1)).min(1)]);

export const refundQuery = z.strictObject({
  delegates: z
    .array(z.string().regex(/^(?:all|\d{1,4})$/))
    .min(1)
    .meta({
      description: 'Numbers within the booking, or `all`.',
    }),
});

export const refundOutput = z
  .strictObject({
    percent: z.int().meta({ description: 'What the refund rules say today.' }),
    invoiced: amounts,
    back: amounts.meta({ description: 'What a cancellation credits now.' }),
    lines: z.array(
      z.strictObject({ delegate: z.int(), ticketTypeId: text, invoiced: amounts, back: amounts }),
    ),
  })
  .meta({ id: 'Refund' });

export const cancellationInput = z
  .strictObject({
    delegates: numbers,
    expectedRefundPence: pence.meta({
      description: 'What you know to be credited. If it is not that, nothing is cancelled: `refund-changed`.',
    }),
    percent: z
      .int()
      .min(0)
      .max(100)
      .optional()
      .meta({ description: 'Of staff alone: in place of the refund rules.' }),
    reason: z.string().min(1).max(500).optional(),
  })
  .refine(({ percent, reason }) => percent === undefined || reason !== undefined, {
    path: ['reason'],
    message: 'Say why the refund rules do not hold.',
  })
  .meta({ id: 'CancellationInput' });

export const cancelledOutput = z
  .strictObject({
    status: z.enum(bookingStatuses),
    delegates: z.array(z.int()).meta({ description: 'Those who were cancelled now.' }),
    creditNotes: z.array(document),
  })
  .meta({ id: 'Cancelled' });

export type CancelledOutput = z.output<typeof cancelledOutput>;

export const progressOutput = z
  .strictObject({
    askedAt: z.iso.datetime().nullable().meta({ description: '`null`: nobody has asked for it.' }),
    isDone: z.boolean(),
    cancelled: z.int().meta({ description: 'Bookings that are cancelled by it so far.' }),
    left: z.int().meta({ description: 'Bookings that are still there.' }),
    creditedPence: z.int().meta({ description: 'Credited since, VAT included.' }),
  })
  .meta({ id: 'CancellationProgress' });

export const questionInput = z.strictObject({ message: text }).meta({ id: 'QuestionToStaffInput' });
