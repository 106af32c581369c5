import type { EntityManager } from 'typeorm';
import { KeepOrganisation, KeepPerson, MergePerson } from '#people';
import { demonstrationActor, demonstrationDomain, demonstrationId, type Actor } from '#platform';
import { applicants, type DemoApplicant } from './applicants.js';

/** Those of the demonstration of members whom the visits know; their addresses there. Nobody of these exists. */
const accounts: Readonly<Record<string, string>> = {
  'Wanda Twohats': 'wanda.twohats',
  'Desmond Delegate': 'desmond',
  'Iris Imaginary': 'iris',
  'Lena Lorem': 'lena',
};

/** Sam Staff, who runs everything. */
export const staff: Actor = demonstrationActor('sam.staff@example.org', 'Sam Staff', ['staff']);

/** Who read the applications with Sam. */
export const secondAssessor: Actor = demonstrationActor('kit.keeper@example.org', 'Kit Keeper', ['staff']);

/** Wanda Twohats of Rochdale, who has been on a visit and would like to go on the next. */
export const wanda: Actor = demonstrationActor(addressOfWanda(), 'Wanda Twohats', []);

function addressOfWanda(): string {
  return `wanda.twohats@${demonstrationDomain('Rochdale Metropolitan Borough Council')}`;
}

/** Where somebody is written to. */
export function addressOf({ name, organisation }: Pick<DemoApplicant, 'name' | 'organisation'>): string {
  const account = accounts[name] ?? name.toLowerCase().replaceAll(/[^a-z]+/g, '.');
  return `${account}@${demonstrationDomain(organisation)}`;
}

/**
 * Keeps of organisations and people what visits go by, until the messages of members come, which tell the same and more: the
 * version is lower than any of theirs.
 */
export async function keepNetwork(manager: EntityManager): Promise<void> {
  const organisations = new KeepOrganisation();
  const people = new KeepPerson(new MergePerson([]));
  const members = new Map(applicants.map(({ organisation, category }) => [organisation, category]));
  for (const [name, category] of members)
    await organisations.run(manager, organisationTold(name, category), 0);
  for (const { identity } of [staff, secondAssessor])
    await people.run(manager, personTold(identity.name, `${dotted(identity.name)}@example.org`, null), 0);
  for (const applicant of applicants) {
    if (accounts[applicant.name] === undefined) continue;
    await people.run(manager, personTold(applicant.name, addressOf(applicant), applicant.organisation), 0);
  }
}

const dotted = (name: string): string => name.toLowerCase().replace(' ', '.');

const organisationTold = (name: string, category: DemoApplicant['category']) => ({
  id: demonstrationId('organisation', name),
  name,
  category,
  kind: '',
  status: 'member',
  joinedOn: null,
  leftOn: null,
  discount: null,
  billingAddress: null,
  invoiceEmail: null,
  purchaseOrderRequired: false,
  accountableBodyReference: null,
  domains: [demonstrationDomain(name)],
});

const staffRoles: 'staff'[] = ['staff'];

const personTold = (name: string, address: string, organisation: string | null) => ({
  id: demonstrationId('person', address),
  name,
  preferredName: null,
  pronouns: null,
  email: address,
  phone: null,
  jobTitle: null,
  roles: organisation === null ? staffRoles : [],
  affiliations:
    organisation === null
      ? []
      : [
          {
            organisationId: demonstrationId('organisation', organisation),
            role: 'officer' as const,
            isBookingContact: false,
          },
        ],
  seats: [],
  mergedInto: null,
});
