import { unprocessable } from '#platform';
import { allValues, textIn, type SubmittedValues } from '#ui';
import type { OpenBooking } from '../../booking-page/booking-frame.js';
import { mostDelegates } from '../../bookings/domain/booking.js';
import type { ListedDelegate } from '../../delegate-lists/domain/delegate-list.js';
import { readDelegateList } from '../../delegate-lists/domain/read-delegate-list.js';
import type { Newcomer } from '../newcomers.js';

/** Only so many wrong rows are named at once. */
const mostNamed = 20;

/** Who is to be added, as the form has them. @throws Problem 422 naming each row that cannot be read */
export function readNewcomers({ delegates }: OpenBooking, values: SubmittedValues): readonly Newcomer[] {
  const already = delegates
    .filter(({ delegate }) => delegate.status !== 'cancelled')
    .map(({ delegate: { name, email } }) => ({ name, email }));
  const list = readDelegateList(textIn(values, 'list'), { mostRows: mostDelegates, already });
  if (!list.ok) throw unprocessable(list.problems.map(wrong));
  const problems = list.rows.flatMap((row) =>
    row.problems.map(({ message }) => `Row ${row.line}: ${message}`),
  );
  if (problems.length > 0) throw unprocessable(problems.slice(0, mostNamed).map(wrong));
  const tickets = {
    ticketTypeId: textIn(values, 'ticketTypeId'),
    addOnIds: [...new Set(allValues(values, 'addOnIds'))].filter((id) => id !== ''),
  };
  return list.rows.flatMap(({ delegate }) =>
    delegate === null ? [] : [{ details: detailsOf(delegate), tickets }],
  );
}

const wrong = (message: string) => ({ field: 'list', code: 'unreadable', message });

function detailsOf({
  name,
  email,
  phone,
  jobTitle,
  badgeOrganisation,
}: NonNullable<ListedDelegate['delegate']>): Newcomer['details'] {
  return { name, email, phone, jobTitle, badgeOrganisation };
}
