import { containing, type Conditions } from '#platform';
import type { ListedRole, PeopleList } from './domain/people-list.js';
import { grantedRoles } from './domain/person.js';

/**
 * Whom of `people p` a list wants. Records that were merged or erased are nobody.
 *
 * @param today ISO date
 */
export function addPeopleFilter(where: Conditions, list: Omit<PeopleList, 'page'>, today: string): void {
  where.add('p.merged_into IS NULL AND p.erased_at IS NULL');
  for (const word of list.text.split(/\s+/).filter((text) => text !== '')) addWord(where, word);
  if (list.organisation !== null) {
    where.add(
      'EXISTS (SELECT FROM affiliations a WHERE a.person_id = p.id AND a.organisation_id = ?)',
      list.organisation,
    );
  }
  if (list.role !== null) addRole(where, list.role);
  if (list.board !== null) {
    where.add(
      `EXISTS (SELECT FROM seats s WHERE s.person_id = p.id AND s.board = ?
        AND ?::date BETWEEN s.starts_on AND coalesce(s.ends_on, 'infinity'))`,
      list.board,
      today,
    );
  }
}

/** A word that is part of the name, of an address or of an organisation's name. */
function addWord(where: Conditions, word: string): void {
  const pattern = containing(word);
  where.add(
    `(p.name ILIKE ? OR p.preferred_name ILIKE ?
      OR EXISTS (SELECT FROM emails x WHERE x.person_id = p.id AND x.address ILIKE ?)
      OR EXISTS (SELECT FROM affiliations a JOIN organisations o ON o.id = a.organisation_id
        WHERE a.person_id = p.id AND o.name ILIKE ?))`,
    pattern,
    pattern,
    pattern,
    pattern,
  );
}

function addRole(where: Conditions, role: ListedRole): void {
  if (grantedRoles.some((granted) => granted === role)) {
    where.add('EXISTS (SELECT FROM grants g WHERE g.person_id = p.id AND g.role = ?)', role);
  } else if (role === 'booking-contact') {
    where.add('EXISTS (SELECT FROM affiliations a WHERE a.person_id = p.id AND a.is_booking_contact)');
  } else {
    where.add('EXISTS (SELECT FROM affiliations a WHERE a.person_id = p.id AND a.role = ?)', role);
  }
}
