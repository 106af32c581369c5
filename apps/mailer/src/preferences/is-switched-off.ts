/**
 * SQL: whether a person has switched off a kind of mail.
 *
 * @param person the expression for the person's id; never of a record that was merged into another
 * @param kind the expression for the kind
 */
export const isSwitchedOff = (person: string, kind: string): string =>
  `EXISTS (SELECT FROM switched_off AS off WHERE off.person_id = ${person} AND off.kind = ${kind})`;
