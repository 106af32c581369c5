import { accepted, checkOptionalText, problemsOf, refuse, refused, type Checked } from '#checks';
import { affiliationRoles, type Affiliation, type Person } from './person.js';

/** As a form or a program gives it. */
export interface AffiliationInput {
  readonly organisationId: string;
  readonly role: string;
  /** Blank or `null`: none besides their job title. */
  readonly office: string | null;
  readonly isBookingContact: boolean;
}

/** The person as somebody who belongs to the organisation; what they were in it before is replaced. */
export function setAffiliation(person: Person, input: AffiliationInput): Checked<Person> {
  const checked = checkAffiliation(input);
  if (!checked.ok) return checked;
  const isSame = (id: string) => id === input.organisationId;
  const isKnown = person.affiliations.some(({ organisationId }) => isSame(organisationId));
  return accepted({
    ...person,
    affiliations: isKnown
      ? person.affiliations.map((one) => (isSame(one.organisationId) ? checked.value : one))
      : [...person.affiliations, checked.value],
  });
}

function checkAffiliation(input: AffiliationInput): Checked<Affiliation> {
  const { organisationId, isBookingContact } = input;
  const organisation: Checked<string> =
    organisationId === ''
      ? refuse('organisationId', 'missing', 'Choose an organisation.')
      : accepted(organisationId);
  const found = affiliationRoles.find((one) => one === input.role);
  const role = found
    ? accepted(found)
    : refuse('role', 'unknown-choice', 'Choose what the person is there: councillor, officer or partner.');
  const office = checkOptionalText(input.office, 'office', { longest: 200 });
  if (!organisation.ok || !role.ok || !office.ok) return refused(...problemsOf(organisation, role, office));
  return accepted({ organisationId, role: role.value, office: office.value, isBookingContact });
}

/** The person as somebody who does not belong to the organisation any more. */
export function endAffiliation(person: Person, organisationId: string): Checked<Person> {
  const left = person.affiliations.filter((one) => one.organisationId !== organisationId);
  if (left.length === person.affiliations.length) {
    return refuse('', 'no-such-affiliation', 'The person does not belong to that organisation any more.');
  }
  return accepted({ ...person, affiliations: left });
}
