import { z } from 'zod';
import { listInWords, moneyInWords, plural } from '#ui';

const person = z.object({ number: z.int().optional(), name: z.string() });
const told = z.union([z.string(), z.array(z.string()), person]).nullable();

/** What the lines of bookings' histories hold besides the act, as far as it is worth a word. */
const known = z.object({
  number: z.int().optional().catch(undefined),
  name: z.string().optional().catch(undefined),
  email: z.string().nullable().optional().catch(undefined),
  delegates: z
    .union([z.int(), z.array(person)])
    .optional()
    .catch(undefined),
  limits: z
    .array(z.object({ what: z.string(), by: z.int() }))
    .optional()
    .catch(undefined),
  before: told.optional().catch(undefined),
  after: told.optional().catch(undefined),
  grossPence: z.int().optional().catch(undefined),
  refundPence: z.int().optional().catch(undefined),
  percent: z.number().optional().catch(undefined),
  creditNote: z.string().optional().catch(undefined),
  invoice: z.string().optional().catch(undefined),
  purchaseOrder: z.string().nullable().optional().catch(undefined),
  booking: z.string().optional().catch(undefined),
  message: z.string().optional().catch(undefined),
  reason: z.string().nullable().optional().catch(undefined),
});

/** What a line of a booking's history says besides the act, in short sentences; what is not known is passed over. */
export function historyDetails(details: object): readonly string[] {
  const { data } = known.safeParse(details);
  if (data === undefined) return [];
  const { before, after, delegates, limits, refundPence, percent } = data;
  const said: (string | false)[] = [
    data.number !== undefined && numbered({ number: data.number, name: data.name ?? '' }),
    data.number === undefined && data.name !== undefined && data.name,
    !!data.email && `To ${data.email}`,
    typeof delegates === 'number' && plural(delegates, 'delegate'),
    Array.isArray(delegates) && listInWords(delegates.map(numbered)),
    (before !== undefined || after !== undefined) && `Was ${tellable(before)}, is ${tellable(after)}`,
    limits !== undefined && limits.length > 0 && limits.map(({ what, by }) => `${what} by ${by}`).join(', '),
    data.grossPence !== undefined && `${moneyInWords(data.grossPence)} with VAT`,
    refundPence !== undefined && refundPence > 0 && `${moneyInWords(refundPence)} (${percent ?? 0}%) back`,
    data.creditNote !== undefined && `Credit note ${data.creditNote}`,
    data.invoice !== undefined && `Invoice ${data.invoice}`,
    !!data.purchaseOrder && `Purchase order ${data.purchaseOrder}`,
    data.booking !== undefined && `Booking ${data.booking}`,
    !!data.message && `“${data.message}”`,
    !!data.reason && `Reason: ${data.reason}`,
  ];
  return said.filter((each) => each !== false);
}

const numbered = ({ number, name }: z.output<typeof person>): string => {
  const known = name === '' ? 'not named' : name;
  return number === undefined ? known : `${known} (delegate ${number})`;
};

function tellable(value: z.output<typeof told> | undefined): string {
  if (value === undefined || value === null || value === '') return 'nothing';
  if (typeof value === 'string') return value;
  if (Array.isArray(value)) return value.length === 0 ? 'nothing' : listInWords(value);
  return value.name === '' ? 'nobody' : value.name;
}
