import { accepted } from '#checks';
import type { Category } from '../members/domain/organisation.js';
import type { PriceInput } from '../tickets/domain/prices.js';
import type { TicketInput } from '../tickets/domain/ticket-details.js';
import type { Dates } from './conferences.js';

/** What the tickets and add-ons of the demonstration are called. */
export const called = {
  both: 'Both days, in person',
  first: 'First day only, in person',
  second: 'Second day only, in person',
  online: 'Both days, online',
  workshop: 'Workshop day for new members, funded place',
  dinnerOnly: 'Civic dinner without the conference',
  dinner: 'Civic dinner',
} as const;

/** Pounds by category; one that is left out cannot buy it. */
type Pounds = Partial<Readonly<Record<Category, number>>>;

const usual: TicketInput = {
  kind: 'ticket',
  name: '',
  description: '',
  days: [],
  format: 'in-person',
  vatBasisPoints: accepted(2000),
  hidden: false,
  least: accepted(0),
  most: accepted(null),
  needsApproval: false,
  onSaleFrom: accepted(null),
  onSaleUntil: accepted(null),
  prices: accepted([]),
};

const forAll = (pounds: number): Pounds => ({
  full: pounds,
  associate: pounds,
  affiliate: pounds,
  supporter: pounds,
  'non-member': pounds,
});

function prices(ordinary: Pounds, early: Pounds = {}, until = ''): TicketInput['prices'] {
  const rows = (pounds: Pounds, last: string | null): PriceInput[] =>
    Object.entries(pounds).map(([category, amount]) => ({
      field: `prices.${category}`,
      untilField: `prices.${category}.until`,
      category,
      until: accepted(last),
      pence: accepted(amount * 100),
    }));
  return accepted([...rows(ordinary, null), ...rows(early, until)]);
}

/** What can be bought, in the order in which it is shown. */
export function ticketsOf({ first, last, early }: Dates): readonly TicketInput[] {
  const until = early.toString();
  const lunches = 'Lunches and refreshments are included.';
  const day = {
    ...usual,
    prices: prices({ full: 120, associate: 60, affiliate: 95, supporter: 40, 'non-member': 180 }),
    description: `One day, for those who cannot stay for both. ${lunches}`,
  };
  return [
    {
      ...usual,
      name: called.both,
      description: `Everything on both days. ${lunches}`,
      prices: prices(
        { full: 195, associate: 95, affiliate: 150, supporter: 60, 'non-member': 295 },
        { full: 175, associate: 85, affiliate: 130, supporter: 50, 'non-member': 265 },
        until,
      ),
    },
    { ...day, name: called.first, days: [first.toString()] },
    { ...day, name: called.second, days: [last.toString()] },
    {
      ...usual,
      name: called.online,
      description: 'All plenaries live, with captions, and the recordings afterwards.',
      format: 'online',
      vatBasisPoints: accepted(0),
      prices: prices({ full: 45, associate: 25, affiliate: 35, supporter: 15, 'non-member': 65 }),
    },
    {
      ...usual,
      name: called.workshop,
      description: '25 funded places for people from member organisations who come for the first time.',
      days: [first.toString()],
      vatBasisPoints: accepted(0),
      most: accepted(2),
      needsApproval: true,
      prices: prices({ full: 0, associate: 0, affiliate: 0, supporter: 0 }),
    },
    {
      ...usual,
      name: called.dinnerOnly,
      description: 'The dinner on the first evening, for guests who do not come to the conference.',
      days: [first.toString()],
      prices: prices(forAll(55)),
    },
    {
      ...usual,
      kind: 'add-on',
      name: called.dinner,
      description: 'On the first evening. Three courses; tell us what you eat.',
      days: [first.toString()],
      prices: prices(forAll(45)),
    },
  ];
}

/** How many places the limits of the coming conference have. */
export const room = { all: 300, inPerson: 200, dinner: 120, organisation: 6, workshop: 25 } as const;

/** What is asked of each delegate. */
export const asked = {
  firstTime: 'Is this your first conference of ours?',
  workshops: 'Which workshops would you like to take part in?',
  dietary: 'What should the kitchen know about what you eat?',
  access: 'What would make it easier for you to take part?',
  why: 'Why would you like to come to the workshop day?',
} as const;

export const workshops = [
  'Owning the local economy',
  'Co-operative care',
  'Town and parish councils',
  'Young co-operators',
  'Housing together',
] as const;
