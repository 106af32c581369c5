import { z } from 'zod';
import { accepted, check, refused, type Checked } from './checked.js';
import { optionalLine } from './facts.js';
import { affiliationRoles, type Person } from './person.js';

const affiliation = z.object({
  organisationId: z.uuid('Choose an organisation.'),
  role: z.enum(affiliationRoles, 'Choose what the person is there.'),
  office: optionalLine(200),
  isBookingContact: z.boolean(),
});

/** As a form or a program gives it. */
export type AffiliationInput = Readonly<{
  organisationId: string;
  role: string;
  office: string | null;
  isBookingContact: boolean;
}>;

/** The person as somebody who belongs to the organisation; what they were in it before is replaced. */
export function setAffiliation(person: Person, input: AffiliationInput): Checked<Person> {
  const checked = check(affiliation, input);
  if (!checked.ok) return checked;
  const isSame = (id: string) => id === checked.value.organisationId;
  const isKnown = person.affiliations.some(({ organisationId }) => isSame(organisationId));
  return accepted({
    ...person,
    affiliations: isKnown
      ? person.affiliations.map((one) => (isSame(one.organisationId) ? checked.value : one))
      : [...person.affiliations, checked.value],
  });
}

/** The person as somebody who does not belong to the organisation any more. */
export function endAffiliation(person: Person, organisationId: string): Checked<Person> {
  const left = person.affiliations.filter((one) => one.organisationId !== organisationId);
  if (left.length === person.affiliations.length) {
    return refused('', 'no-such-affiliation', 'The person does not belong to that organisation any more.');
  }
  return accepted({ ...person, affiliations: left });
}
