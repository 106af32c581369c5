import type { AffiliationRole, GrantedRole } from '../people/domain/person.js';

/** A person of the demonstration; whatever is left out they have not. */
export interface DemoPerson {
  readonly name: string;
  readonly preferredName?: string;
  readonly pronouns?: string;
  readonly phone?: string;
  readonly jobTitle?: string;
  /** The primary one first; without an @ it is at the domain of the first organisation. */
  readonly emails: readonly string[];
  /** Nobody has shown that mail to their addresses arrives. */
  readonly unconfirmed?: boolean;
  readonly belongsTo?: readonly {
    readonly organisation: string;
    readonly role: AffiliationRole;
    readonly office?: string;
    readonly books?: boolean;
  }[];
  readonly seats?: readonly {
    readonly board: string;
    readonly position?: string;
    readonly term: 'past' | 'now' | 'next';
  }[];
  readonly roles?: readonly GrantedRole[];
}

const eoc = 'executive-oversight-committee';
const vpb = 'values-and-principles-board';
const finance = 'finance-and-general-purposes-group';
const neighbourhoods = 'neighbourhoods-steering-group';

const at = (organisation: string, role: AffiliationRole, office?: string) => ({
  organisation,
  role,
  ...(office !== undefined && { office }),
});
const books = (organisation: string) => ({ organisation, role: 'officer', books: true }) as const;
const sits = (board: string, position?: string) => ({
  board,
  term: 'now' as const,
  ...(position !== undefined && { position }),
});
const sat = (board: string, position?: string) => ({ ...sits(board, position), term: 'past' as const });

/** Nobody of these exists; their addresses cannot either (RFC 2606 §3). */
export const demoPeople: readonly DemoPerson[] = [
  {
    name: 'Sam Staff',
    pronouns: 'they/them',
    jobTitle: 'Operations and communications lead',
    emails: ['sam.staff@example.org'],
    roles: ['staff'],
  },
  { name: 'Ada Admin', jobTitle: 'Network director', emails: ['ada.admin@example.org'], roles: ['admin'] },
  {
    name: 'Kit Keeper',
    jobTitle: 'Events assistant',
    phone: '01632 960010',
    emails: ['kit.keeper@example.org'],
    roles: ['staff'],
  },

  // Booking contacts
  {
    name: 'Bea Booker',
    jobTitle: 'Democratic services officer',
    phone: '01632 960101',
    emails: ['bea.booker'],
    belongsTo: [books('Oldham Council')],
  },
  {
    name: 'Bilal Bookings',
    jobTitle: 'Policy officer',
    emails: ['bilal.bookings'],
    belongsTo: [books('Plymouth City Council')],
  },
  {
    name: 'Brigid Booksworth',
    jobTitle: 'Leader’s office manager',
    emails: ['brigid.booksworth'],
    belongsTo: [books('Lambeth Council')],
  },
  {
    name: 'Tomos Trefnydd',
    pronouns: 'fe/ei',
    jobTitle: 'Swyddog cymorth aelodau',
    emails: ['tomos.trefnydd'],
    belongsTo: [books('Cardiff Council')],
  },
  {
    name: 'Nora Noname',
    jobTitle: 'Town clerk',
    emails: ['clerk'],
    belongsTo: [books('Burntwood Town Council')],
  },
  {
    name: 'Wanda Twohats',
    preferredName: 'Wan',
    jobTitle: 'Communities adviser',
    phone: '01632 960102',
    emails: ['wanda.twohats', 'wanda@example.org'],
    belongsTo: [
      books('Rochdale Metropolitan Borough Council'),
      { ...at('The Co-operative College', 'partner', 'Associate') },
    ],
  },
  {
    name: 'Gus Groupsecretary',
    emails: ['gus'],
    belongsTo: [
      { organisation: 'York Labour Group', role: 'officer', office: 'Group secretary', books: true },
    ],
  },

  // The boards
  {
    name: 'Councillor Cara Chairwell',
    preferredName: 'Cara',
    jobTitle: 'Leader of the Council',
    emails: ['cara.chairwell'],
    belongsTo: [at('Kirklees Council', 'councillor')],
    seats: [sat(eoc), sits(eoc, 'Chair')],
  },
  {
    name: 'Councillor Vikram Vicechair',
    preferredName: 'Vikram',
    jobTitle: 'Cabinet member for communities',
    emails: ['vikram.vicechair'],
    belongsTo: [at('Sunderland City Council', 'councillor')],
    seats: [sits(eoc, 'Vice-chair'), sits(finance)],
  },
  {
    name: 'Xiu Example',
    pronouns: 'she/her',
    jobTitle: 'Deputy leader',
    emails: ['xiu.example'],
    belongsTo: [{ ...at('Preston City Council', 'councillor'), books: true }],
    seats: [sits(eoc)],
  },
  {
    name: 'Mo Sample',
    jobTitle: 'Councillor',
    emails: ['mo.sample'],
    belongsTo: [at('Glasgow City Council', 'councillor')],
    seats: [sits(eoc), sits(neighbourhoods)],
  },
  {
    name: 'Fatima Fixture',
    jobTitle: 'Councillor',
    emails: ['fatima.fixture'],
    belongsTo: [at('Southampton City Council', 'councillor', 'Cabinet member for housing')],
    seats: [sits(eoc)],
  },
  {
    name: 'Perry Placeholder',
    emails: ['perry'],
    belongsTo: [at('Winsford Town Council', 'councillor')],
    seats: [sits(eoc)],
  },
  {
    name: 'Olwen Enghraifft',
    jobTitle: 'Aelod cabinet',
    emails: ['olwen.enghraifft'],
    belongsTo: [at('Cardiff Council', 'councillor')],
    seats: [sits(vpb, 'Chair')],
  },
  {
    name: 'Llŷr ap Siampl',
    emails: ['llyr'],
    belongsTo: [{ ...at('Co-operatives UK', 'partner'), books: true }],
    seats: [sits(vpb)],
  },
  {
    name: 'Petra Principle',
    jobTitle: 'Head of learning',
    emails: ['petra.principle'],
    belongsTo: [{ ...at('The Co-operative College', 'partner'), books: true }],
    seats: [sat(vpb), sits(vpb, 'Vice-chair')],
  },
  {
    name: 'Val Values',
    emails: ['val.values'],
    belongsTo: [{ ...at('Locality', 'partner'), books: true }],
    seats: [sits(vpb)],
  },
  {
    name: 'Percy Pastchair',
    jobTitle: 'Councillor',
    emails: ['percy.pastchair'],
    belongsTo: [at('Oxford City Council', 'councillor')],
    seats: [sat(eoc, 'Chair')],
  },
  {
    name: 'Una Untilrecently',
    emails: ['una'],
    belongsTo: [at('Stevenage Borough Council', 'councillor')],
    seats: [sat(vpb)],
  },
  {
    name: 'Nell Nextterm',
    emails: ['nell.nextterm'],
    belongsTo: [at('Telford and Wrekin Council', 'councillor')],
    seats: [{ board: finance, term: 'next' }],
  },
  {
    name: 'Finn Finances',
    jobTitle: 'Chief finance officer',
    emails: ['finn.finances'],
    belongsTo: [at('Oldham Council', 'officer')],
    seats: [sits(finance, 'Chair')],
  },
  {
    name: 'Nadia Neighbourly',
    emails: ['nadia'],
    belongsTo: [{ ...at('South Tyneside Council', 'officer'), books: true }],
    seats: [sits(neighbourhoods)],
  },

  // Names as people have them
  {
    name: 'Maximiliana Wilhelmina Featherstonehaugh-Cholmondeley-Specimen van der Voorbeeldenburgh the Younger',
    preferredName: 'Max',
    jobTitle: 'Assistant director for strategy, partnerships, inclusive growth and neighbourhood renewal',
    emails: ['maximiliana.featherstonehaugh-cholmondeley-specimen'],
    belongsTo: [{ ...at('Greater Manchester Combined Authority', 'officer'), books: true }],
  },
  {
    name: '例修',
    preferredName: 'Xiu',
    emails: ['li.xiu'],
    belongsTo: [{ ...at('Milton Keynes Council', 'officer'), books: true }],
  },
  {
    name: 'Ольга Примерова',
    emails: ['olga'],
    belongsTo: [{ ...at('Bristol City Council', 'officer'), books: true }],
  },
  { name: 'أمل المثال', emails: ['amal'], belongsTo: [at('Birmingham City Council', 'councillor')] },
  {
    name: 'Siân Enghraifft-Ó Sampla',
    emails: ['sian'],
    belongsTo: [{ ...at('4OC', 'partner'), books: true }],
  },
  {
    name: 'Żaneta Przykładowska',
    emails: ['zaneta'],
    belongsTo: [{ ...at('Brent Council', 'officer'), books: true }],
  },
  { name: 'Mononym', emails: ['mononym'], belongsTo: [at('Unlimited Potential', 'partner')] },

  // Everybody else
  {
    name: 'Desmond Delegate',
    emails: ['desmond'],
    belongsTo: [{ ...at('Newcastle City Council', 'officer'), books: true }],
  },
  {
    name: 'Iris Imaginary',
    emails: ['iris'],
    belongsTo: [at('Knowsley Metropolitan Borough Council', 'councillor')],
  },
  {
    name: 'Jonty Justforshow',
    emails: ['jonty'],
    belongsTo: [{ ...at('Tameside Council', 'councillor'), books: true }],
  },
  {
    name: 'Lena Lorem',
    emails: ['lena'],
    belongsTo: [{ ...at('Salford City Council', 'officer'), books: true }],
  },
  { name: 'Ivo Ipsum', emails: ['ivo'], belongsTo: [{ ...at('Hull City Council', 'officer'), books: true }] },
  {
    name: 'Polly Partner',
    emails: ['polly'],
    belongsTo: [{ ...at('Power to Change', 'partner'), books: true }],
  },
  {
    name: 'Sunil Supporter',
    emails: ['sunil'],
    belongsTo: [at('Resonance Ltd', 'partner')],
  },
  // Two records of one person, to be merged
  {
    name: 'Dora Double',
    emails: ['dora.double'],
    belongsTo: [{ ...at('Torbay Council', 'officer'), books: true }],
  },
  {
    name: 'Dora Double-Record',
    phone: '01632 960199',
    emails: ['dora@example.org'],
    unconfirmed: true,
    belongsTo: [at('Torbay Council', 'officer', 'Project lead')],
  },
  { name: 'Norbert Nomail', emails: [], belongsTo: [at('Seaton Valley Community Council', 'councillor')] },
];
