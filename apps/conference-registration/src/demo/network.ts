import type { EntityManager } from 'typeorm';
import { KeepOrganisation, KeepPerson, MergePerson } from '#people';
import { demonstrationActor, demonstrationDomain, demonstrationId, type Actor } from '#platform';

/** Somebody of the demonstration of members, who books. Nobody of these exists. */
export interface DemoBooker {
  readonly organisation: string;
  readonly category: 'full' | 'associate' | 'affiliate' | 'supporter';
  readonly name: string;
  /** As members has it; without an @ at the organisation's made-up domain. */
  readonly address: string;
  /** Whether they book for the organisation; otherwise for themselves, at its price. */
  readonly isContact: boolean;
  readonly wantsOrder?: boolean;
}

const contact = (
  organisation: string,
  category: DemoBooker['category'],
  name: string,
  address: string,
  different: Partial<DemoBooker> = {},
): DemoBooker => ({ organisation, category, name, address, isContact: true, ...different });

const order = { wantsOrder: true } as const;
const alone = { isContact: false } as const;

/** As members loads them; the organisations are real, the people are not. */
export const bookers: readonly DemoBooker[] = [
  contact('Oldham Council', 'full', 'Bea Booker', 'bea.booker', order),
  contact('Plymouth City Council', 'full', 'Bilal Bookings', 'bilal.bookings'),
  contact('Lambeth Council', 'full', 'Brigid Booksworth', 'brigid.booksworth', order),
  contact('Cardiff Council', 'full', 'Tomos Trefnydd', 'tomos.trefnydd'),
  contact('Rochdale Metropolitan Borough Council', 'full', 'Wanda Twohats', 'wanda.twohats', order),
  contact('Preston City Council', 'full', 'Xiu Example', 'xiu.example'),
  contact('Newcastle City Council', 'full', 'Desmond Delegate', 'desmond'),
  contact('Salford City Council', 'full', 'Lena Lorem', 'lena'),
  contact('Hull City Council', 'full', 'Ivo Ipsum', 'ivo'),
  contact('Brent Council', 'full', 'Żaneta Przykładowska', 'zaneta'),
  contact('Bristol City Council', 'full', 'Ольга Примерова', 'olga', order),
  contact('Milton Keynes Council', 'full', '例修', 'li.xiu'),
  contact('South Tyneside Council', 'full', 'Nadia Neighbourly', 'nadia'),
  contact('Torbay Council', 'full', 'Dora Double', 'dora.double'),
  contact(
    'Greater Manchester Combined Authority',
    'full',
    'Maximiliana Wilhelmina Featherstonehaugh-Cholmondeley-Specimen van der Voorbeeldenburgh the Younger',
    'maximiliana.featherstonehaugh-cholmondeley-specimen',
  ),
  contact('Tameside Council', 'full', 'Jonty Justforshow', 'jonty'),
  contact('Stevenage Borough Council', 'full', 'Una Untilrecently', 'una', alone),
  contact('Knowsley Metropolitan Borough Council', 'full', 'Iris Imaginary', 'iris', alone),
  contact('Burntwood Town Council', 'associate', 'Nora Noname', 'clerk'),
  contact('York Labour Group', 'associate', 'Gus Groupsecretary', 'gus'),
  contact('Winsford Town Council', 'associate', 'Perry Placeholder', 'perry', alone),
  contact('The Co-operative College', 'affiliate', 'Petra Principle', 'petra.principle'),
  contact('Locality', 'affiliate', 'Val Values', 'val.values'),
  contact('Co-operatives UK', 'affiliate', 'Llŷr ap Siampl', 'llyr'),
  contact('Power to Change', 'affiliate', 'Polly Partner', 'polly'),
  contact('4OC', 'affiliate', 'Siân Enghraifft-Ó Sampla', 'sian'),
  contact('Unlimited Potential', 'affiliate', 'Mononym', 'mononym', alone),
  contact('Resonance Ltd', 'supporter', 'Sunil Supporter', 'sunil', alone),
];

/** @throws Error for an organisation that nobody of the demonstration books for */
export function bookerOf(organisation: string): DemoBooker {
  const found = bookers.find((booker) => booker.organisation === organisation);
  if (found === undefined) throw new Error(`nobody of the demonstration books for ${organisation}`);
  return found;
}

export const organisationId = (name: string): string => demonstrationId('organisation', name);

const addressOf = ({ address, organisation }: DemoBooker): string =>
  `${address}@${demonstrationDomain(organisation)}`;

const personOf = (booker: DemoBooker): string => demonstrationId('person', addressOf(booker));

/** Somebody at their own keyboard. */
export function actorFor(booker: DemoBooker): Actor {
  return demonstrationActor(
    addressOf(booker),
    booker.name,
    booker.isContact ? ['person', 'booking-contact'] : ['person'],
  );
}

/** Sam Staff, who runs everything. */
export const staff: Actor = demonstrationActor('sam.staff@example.org', 'Sam Staff', ['staff']);

/**
 * Keeps of organisations and people what bookings go by, until the messages of members come, which tell the same and more: the
 * version is lower than any of theirs.
 */
export async function keepNetwork(manager: EntityManager): Promise<void> {
  const organisations = new KeepOrganisation();
  const people = new KeepPerson(new MergePerson([]));
  for (const booker of bookers) {
    await organisations.run(manager, organisationTold(booker), 0);
    await people.run(manager, personTold(booker), 0);
  }
}

const organisationTold = ({ organisation, category, wantsOrder = false }: DemoBooker) => ({
  id: organisationId(organisation),
  name: organisation,
  category,
  kind: '',
  status: 'member',
  joinedOn: null,
  leftOn: null,
  discount: null,
  billingAddress: null,
  invoiceEmail: null,
  purchaseOrderRequired: wantsOrder,
  accountableBodyReference: null,
  domains: [demonstrationDomain(organisation)],
});

const personTold = (booker: DemoBooker) => ({
  id: personOf(booker),
  name: booker.name,
  preferredName: null,
  pronouns: null,
  email: addressOf(booker),
  phone: null,
  jobTitle: null,
  roles: [],
  affiliations: [
    {
      organisationId: organisationId(booker.organisation),
      role:
        booker.category === 'affiliate' || booker.category === 'supporter'
          ? ('partner' as const)
          : ('officer' as const),
      isBookingContact: booker.isContact,
    },
  ],
  seats: [],
  mergedInto: null,
});
