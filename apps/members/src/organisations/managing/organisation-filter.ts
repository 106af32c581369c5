import { Temporal } from 'temporal-polyfill';
import { Conditions, containing } from '#platform';
import { nameKey } from '../domain/name-key.js';
import { memberStatuses } from '../domain/organisation.js';
import { endOfQuarter } from '../domain/quarter.js';
import type { Due, OrganisationList } from './domain/organisation-list.js';

/** How long before its end a discount is spoken of, in days. */
export const discountNotice = 90;

/** What each of {@link Due} asks of an organisation; `$1` is today, `$2` the quarter's end, `$3` when a discount ends soon. */
export const dueConditions: Readonly<Record<Due, string>> = {
  left: `o.status = 'leaving' AND o.left_on <= $1`,
  leaving: `o.status = 'leaving' AND o.left_on > $1 AND o.left_on <= $2`,
  discount: `o.status = ANY ($4) AND o.discount_ends_on BETWEEN $1 AND $3`,
  contact: `o.status = ANY ($4) AND NOT EXISTS (
    SELECT FROM affiliations a JOIN people p ON p.id = a.person_id
    WHERE a.organisation_id = o.id AND a.is_booking_contact AND p.merged_into IS NULL AND p.erased_at IS NULL)`,
};

/**
 * What a list asks of an organisation `o`.
 *
 * @param today ISO date, where the network is
 */
export function conditionsOf(list: Omit<OrganisationList, 'sort' | 'page'>, today: string): Conditions {
  const where = conditionsOn(today);
  if (list.text !== '') addText(where, list.text);
  if (list.category !== null) where.add('o.category = ?', list.category);
  if (list.status === 'current') where.add('o.status = ANY ($4)');
  else if (list.status !== 'any') where.add('o.status = ?', list.status);
  if (list.kind !== '') where.add('o.kind = ?', list.kind);
  if (list.due !== null) where.add(dueConditions[list.due]);
  return where;
}

/** With `$1` today, `$2` the end of its quarter, `$3` until when a discount ends soon, `$4` what members' statuses are. */
export function conditionsOn(today: string): Conditions {
  const where = new Conditions();
  const soon = Temporal.PlainDate.from(today).add({ days: discountNotice }).toString();
  for (const value of [today, endOfQuarter(today), soon, memberStatuses]) where.parameter(value);
  // A parameter that no condition uses has no type that the database could find out.
  return where.add('($1::date, $2::date, $3::date, $4::text[]) IS NOT NULL');
}

/** A part of the name, however it is written, of a domain or of the accountable body's reference. */
function addText(where: Conditions, text: string): void {
  const pattern = containing(text);
  where.add(
    `(o.name ILIKE ? OR o.name_key LIKE ? OR o.accountable_body_reference ILIKE ? OR EXISTS (
       SELECT FROM organisation_domains d WHERE d.organisation_id = o.id AND d.domain ILIKE ?))`,
    pattern,
    containing(nameKey(text)),
    pattern,
    pattern,
  );
}
