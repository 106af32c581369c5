import { z } from 'zod';
import { delegateStatuses, payments } from '../../bookings/domain/booking.js';
import { documentKinds } from '../../money/domain/document.js';

const text = z.string();
const optional = text.nullable().default(null);

const file = z.strictObject({ name: text, base64: z.base64() }).meta({
  description:
    'A PDF, PNG or JPEG file, as large as a body of 1 MB holds; larger ones are handed in on the page.',
});

/** Answers as they are sent: by the ids of the questions. */
const answersInput = z
  .record(z.string(), z.union([text, z.array(text), file, z.strictObject({ fileId: text, name: text })]))
  .default({})
  .meta({
    description:
      'By the ids of the questions: text, the words of a choice, `yes` or `no`, a list of choices, a file, or the file that is there.',
  });

export const delegateInput = z
  .strictObject({
    name: text,
    email: optional,
    phone: optional,
    jobTitle: optional,
    badgeOrganisation: optional,
    ticketTypeId: text.optional().meta({ description: 'Left out: as it is.' }),
    addOnIds: z.array(text).optional().meta({ description: 'Left out: as they are.' }),
    answers: answersInput,
    isComplete: z
      .boolean()
      .default(true)
      .meta({ description: '`false` saves what there is: required answers may follow.' }),
  })
  .meta({ id: 'DelegateInput' });

/** Somebody who is to be in a booking. */
export const newDelegate = z.strictObject({
  name: text,
  email: optional,
  phone: optional,
  jobTitle: optional,
  badgeOrganisation: optional,
});

export const newDelegatesInput = z
  .strictObject({
    delegates: z.array(newDelegate).min(1),
    ticketTypeId: text.nullable().default(null).meta({
      description: 'For those beyond the places that have no name yet.',
    }),
  })
  .meta({ id: 'NewDelegatesInput' });

const answersOutput = z.record(
  z.string(),
  z.union([text, z.array(text), z.strictObject({ fileId: text, name: text })]),
);

export const delegateOutput = z
  .strictObject({
    number: z.int(),
    status: z.enum(delegateStatuses),
    name: text,
    email: text.nullable(),
    phone: text.nullable(),
    jobTitle: text.nullable(),
    badgeOrganisation: text.nullable(),
    ticketTypeId: text.nullable(),
    addOnIds: z.array(text),
    answers: answersOutput,
    withheld: z.array(text).meta({
      description:
        'Questions that were answered in confidence: whoever asks is not shown these answers, and they stay unless others are sent.',
    }),
    missing: z.array(text).meta({ description: 'What there is to do before the booking can be confirmed.' }),
    version: z.int(),
  })
  .meta({ id: 'Delegate' });

export type DelegateOutput = z.output<typeof delegateOutput>;

export const invitationInput = z.strictObject({ email: text }).meta({ id: 'InvitationInput' });

export const aboutInput = z
  .strictObject({ bookerPhone: optional, answers: answersInput })
  .meta({ id: 'AboutBookingInput' });

export const paymentInput = z
  .strictObject({
    payment: z.enum(payments),
    purchaseOrder: optional,
    billTo: z
      .strictObject({ name: text, address: text, email: optional })
      .nullable()
      .default(null)
      .meta({ description: 'Needed where there is something to pay.' }),
  })
  .meta({ id: 'BookingPaymentInput' });

export const confirmationInput = z
  .strictObject({
    expectedGrossPence: z.int().meta({
      description:
        'The total with VAT as you know it. If it is not ours, nothing is confirmed: `price-changed`.',
    }),
    acceptTerms: z.literal(true),
  })
  .meta({ id: 'ConfirmationInput' });

/** A booking with all that is filled in. */
export const journeyOutput = z
  .strictObject({
    reference: text,
    status: text,
    delegates: z.array(delegateOutput),
    bookerPhone: text.nullable(),
    answers: answersOutput,
    payment: z.enum(payments).nullable(),
    purchaseOrder: text.nullable(),
    billTo: z.strictObject({ name: text, address: text, email: text.nullable() }).nullable(),
    totals: z.strictObject({ netPence: z.int(), vatPence: z.int(), grossPence: z.int() }),
    missing: z.array(text),
    documents: z.array(
      z.strictObject({
        label: text,
        kind: z.enum(documentKinds),
        grossPence: z.int(),
        issuedOn: z.iso.date(),
        dueOn: z.iso.date().nullable(),
        outstandingPence: z.int(),
      }),
    ),
    version: z.int(),
  })
  .meta({ id: 'BookingDetails' });

export type JourneyOutput = z.output<typeof journeyOutput>;
