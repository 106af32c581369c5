import type { EntityManager } from 'typeorm';
import { KeepOrganisation, KeepPerson, MergePerson } from '#people';
import { demonstrationActor, demonstrationDomain, demonstrationId, type Actor } from '#platform';

/** Somebody of the demonstration of members whom the stands know. Nobody of these exists. */
interface DemoPerson {
  readonly name: string;
  readonly address: string;
  readonly role: 'officer' | 'councillor' | 'partner' | 'staff';
  readonly organisation: { readonly name: string; readonly category: 'full' | 'affiliate' } | null;
}

const council = (name: string) => ({ name, category: 'full' }) as const;

function member(
  organisation: NonNullable<DemoPerson['organisation']>,
  role: 'officer' | 'councillor' | 'partner',
  name: string,
  account: string,
): DemoPerson {
  return { organisation, role, name, address: `${account}@${demonstrationDomain(organisation.name)}` };
}

const staffMember = (name: string, address: string): DemoPerson => ({
  name,
  address,
  role: 'staff',
  organisation: null,
});

/** As members loads them; the organisations are real, the people are not. */
const people: readonly DemoPerson[] = [
  staffMember('Sam Staff', 'sam.staff@example.org'),
  staffMember('Kit Keeper', 'kit.keeper@example.org'),
  member(council('Rochdale Metropolitan Borough Council'), 'officer', 'Wanda Twohats', 'wanda.twohats'),
  member(council('Newcastle City Council'), 'officer', 'Desmond Delegate', 'desmond'),
  member(council('Knowsley Metropolitan Borough Council'), 'councillor', 'Iris Imaginary', 'iris'),
  member(council('Salford City Council'), 'officer', 'Lena Lorem', 'lena'),
  member({ name: 'Power to Change', category: 'affiliate' }, 'partner', 'Polly Partner', 'polly'),
];

/** Sam Staff, who runs everything. */
export const staff: Actor = demonstrationActor('sam.staff@example.org', 'Sam Staff', ['staff']);

/** @returns the id of somebody whom members knows; `null` for whoever has a name and an address alone */
export function personIdOf(name: string): string | null {
  const found = people.find((person) => person.name === name);
  return found === undefined ? null : demonstrationId('person', found.address);
}

/**
 * Keeps of organisations and people what a team goes by, until the messages of members come, which tell the same and more: the
 * version is lower than any of theirs.
 */
export async function keepNetwork(manager: EntityManager): Promise<void> {
  const organisations = new KeepOrganisation();
  const keepPerson = new KeepPerson(new MergePerson([]));
  for (const person of people) {
    if (person.organisation !== null)
      await organisations.run(manager, organisationTold(person.organisation), 0);
    await keepPerson.run(manager, personTold(person), 0);
  }
}

const organisationTold = ({ name, category }: NonNullable<DemoPerson['organisation']>) => ({
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

const personTold = ({ name, address, role, organisation }: DemoPerson) => ({
  id: demonstrationId('person', address),
  name,
  preferredName: null,
  pronouns: null,
  email: address,
  phone: null,
  jobTitle: null,
  roles: role === 'staff' ? staffRoles : [],
  affiliations:
    organisation === null || role === 'staff'
      ? []
      : [
          {
            organisationId: demonstrationId('organisation', organisation.name),
            role,
            isBookingContact: false,
          },
        ],
  seats: [],
  mergedInto: null,
});
