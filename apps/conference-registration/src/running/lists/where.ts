import { Conditions, containing } from '#platform';
import { orderMissing, outstanding } from '../../money/settled.js';
import type { RunningList } from './domain/list-query.js';
import { phoneDigits } from './domain/phone-digits.js';

/** SQL for what is still to be paid of a booking `b`, in pence. */
export const bookingOutstanding = `coalesce((SELECT sum(${outstanding}) FROM documents d
  WHERE d.booking_id = b.id AND d.series = 'invoice'), 0)::int`;

/** Where a booking `b` is found by words: what it says itself, whose it is, its code and its documents. */
const bookingWords = [
  'b.reference ILIKE ?',
  'b.booker_name ILIKE ?',
  'b.booker_email ILIKE ?',
  'b.organisation_name ILIKE ?',
  'b.purchase_order ILIKE ?',
  'b.code_id IN (SELECT k.id FROM codes k WHERE k.code ILIKE ?)',
  'b.id IN (SELECT i.booking_id FROM documents i WHERE i.label ILIKE ?)',
];

const digitsOf = (column: string) => `regexp_replace(${column}, '[^0-9]', '', 'g')`;

/** Where a booking `b` is found by the digits of a telephone number: the booker's, their record's, a delegate's. */
const phoneWords = [
  `${digitsOf('b.booker_phone')} LIKE ?`,
  `b.booker_person_id IN (SELECT n.id FROM people n WHERE ${digitsOf('n.phone')} LIKE ?)`,
  `b.id IN (SELECT t.booking_id FROM delegates t WHERE ${digitsOf('t.phone')} LIKE ?)`,
];

const delegateWords = ['d.name ILIKE ?', 'd.email ILIKE ?', 'd.badge_organisation ILIKE ?'];

/** What a delegate is still to be paid for, or whose purchase order is missing, is a matter of their booking `b`. */
function addMoney(where: Conditions, { isOrderMissing, isUnpaid }: RunningList): void {
  if (isOrderMissing) where.add(orderMissing);
  if (isUnpaid) where.add(`${bookingOutstanding} > 0`);
}

function addWords(where: Conditions, text: string, words: readonly string[]): void {
  if (text === '') return;
  const number = phoneDigits(text);
  if (number === null) {
    where.add(`(${words.join(' OR ')})`, ...words.map(() => containing(text)));
    return;
  }
  const like = containing(number);
  where.add(
    `(${[...words, ...phoneWords].join(' OR ')})`,
    ...words.map(() => containing(text)),
    ...phoneWords.map(() => like),
  );
}

/**
 * The conditions for bookings `b`.
 *
 * @param conferenceId `null`: of all conferences
 */
export function whereBookings(conferenceId: string | null, list: RunningList): Conditions {
  const where = new Conditions();
  if (conferenceId !== null) where.add('b.conference_id = ?', conferenceId);
  if (list.ticketTypeId !== null) {
    where.add(
      `b.id IN (SELECT p.booking_id FROM places p WHERE p.ticket_type_id = ? AND p.status <> 'released')`,
      list.ticketTypeId,
    );
  }
  if (list.organisationId !== null) where.add('b.organisation_id = ?', list.organisationId);
  addMoney(where, list);
  addWords(where, list.text, [
    ...bookingWords,
    `b.id IN (SELECT d.booking_id FROM delegates d WHERE ${delegateWords[0]})`,
    `b.id IN (SELECT d.booking_id FROM delegates d WHERE ${delegateWords[1]})`,
  ]);
  return where;
}

/** The conditions for delegates `d` of bookings `b`. */
export function whereDelegates(conferenceId: string | null, list: RunningList): Conditions {
  const where = new Conditions();
  if (conferenceId !== null) where.add('d.conference_id = ?', conferenceId);
  if (list.ticketTypeId !== null) {
    where.add(
      `d.id IN (SELECT p.delegate_id FROM places p WHERE p.ticket_type_id = ? AND p.status <> 'released')`,
      list.ticketTypeId,
    );
  }
  if (list.organisationId !== null) where.add('b.organisation_id = ?', list.organisationId);
  addMoney(where, list);
  addWords(where, list.text, [...delegateWords, ...bookingWords]);
  return where;
}
