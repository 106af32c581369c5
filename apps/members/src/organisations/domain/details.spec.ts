import { accepted } from '#checks';
import { diff, detailsOf, revise } from './changes.js';
import { createOrganisation, type NewOrganisationInput } from './create.js';
import { dateFromIso } from './dates.js';
import { membershipSoFar } from './membership.js';
import { at, input, sample } from './testing/samples.js';

const create = (changes: Partial<NewOrganisationInput>) =>
  createOrganisation(sample.id, { ...input, ...changes }, at);
const codes = (checked: ReturnType<typeof create>) =>
  checked.ok ? [] : checked.problems.map(({ field, code }) => `${field} ${code}`);
const discount = (percent: string, reason = 'Agreed.', endsOn: string | null = null) => ({
  discount: { percent, reason, endsOn: accepted(endsOn) },
});

it('keeps what was written, tidied', () => {
  expect(
    create({
      name: ' Oldham   Council ',
      kind: 'COUNCIL',
      billingAddress: 'Town Hall\r\nOldham',
      invoiceEmail: ' pay@oldham.gov.uk ',
      staffNotes: ' ',
      domains: ['@Oldham.gov.uk', ''],
      ...discount('25 %', 'Agreed.', '2027-07-31'),
    }),
  ).toMatchObject({
    value: {
      name: 'Oldham Council',
      kind: 'council',
      billingAddress: 'Town Hall\nOldham',
      invoiceEmail: 'pay@oldham.gov.uk',
      staffNotes: null,
      domains: ['oldham.gov.uk'],
      discount: { percent: 25, reason: 'Agreed.', endsOn: '2027-07-31' },
      status: 'member',
      version: 1,
    },
  });
});

it.each([
  [{ name: ' ' }, 'name missing'],
  [{ name: 'x'.repeat(201) }, 'name too-long'],
  [{ kind: '' }, 'kind missing'],
  [{ category: 'gold' }, 'category unknown-choice'],
  [{ status: '' }, 'status unknown-choice'],
  [{ joinedOn: accepted('2026-11-23') }, 'joinedOn date-in-future'],
  [{ joinedOn: accepted('0214-08-01') }, 'joinedOn year-out-of-range'],
  [{ status: 'applied' }, 'joinedOn date-not-expected'],
  [{ leftOn: accepted('2026-11-01') }, 'leftOn date-not-expected'],
  [{ status: 'leaving' }, 'leftOn date-missing'],
  [{ status: 'left' }, 'leftOn date-missing'],
  [{ status: 'left', leftOn: accepted('2026-11-23') }, 'leftOn date-in-future'],
  [{ status: 'leaving', leftOn: accepted('2014-07-31') }, 'leftOn left-before-joined'],
  [discount('0'), 'discount.percent percent-out-of-range'],
  [discount('101'), 'discount.percent percent-out-of-range'],
  [discount('12.5'), 'discount.percent percent-out-of-range'],
  [discount('25', ' '), 'discount.reason missing'],
  [discount('', 'Agreed.'), 'discount.percent percent-out-of-range'],
  [{ invoiceEmail: 'pay at oldham' }, 'invoiceEmail not-an-email-address'],
  [{ domains: ['gmail.com'] }, 'domains public-domain'],
  [{ joinedOn: dateFromIso('2026-02-30', 'joinedOn') }, 'joinedOn date-unreadable'],
] as const)('refuses %j', (changes, problem) => {
  expect(codes(create(changes))).toEqual([problem]);
});

it('says everything that is wrong at once', () => {
  expect(codes(create({ name: '', kind: '', category: '', ...discount('x', '') }))).toEqual([
    'category unknown-choice',
    'name missing',
    'kind missing',
    'discount.percent percent-out-of-range',
    'discount.reason missing',
  ]);
});

it('one that left long ago may be put on record without dates', () => {
  expect(create({ status: 'left', joinedOn: accepted(null) }).ok).toBe(true);
});

describe('what became of a new record’s organisation', () => {
  it.each([
    ['member', null, ['member 2014-08-01']],
    ['applied', null, ['applied 2026-11-22']],
    ['left', '2020-07-31', ['member 2014-08-01', 'left 2020-07-31']],
    ['leaving', '2027-07-31', ['member 2014-08-01', 'leaving 2026-11-22']],
  ] as const)('%s', (status, leftOn, changes) => {
    const soFar = membershipSoFar({ ...sample, status, leftOn }, at.today);
    expect(soFar.map(({ to, on }) => `${to.status} ${on}`)).toEqual(changes);
    expect(soFar[0]?.from).toBeNull();
  });
});

describe('a change', () => {
  it('is told field by field', () => {
    const after = revise(
      sample,
      {
        ...detailsOf(sample),
        name: 'Oldham Borough',
        purchaseOrderRequired: true,
        discount: { percent: 25, reason: 'Agreed.', endsOn: '2027-07-31' },
        domains: [],
      },
      at.now,
    );
    expect(after.version).toBe(2);
    expect(diff(sample, after)).toEqual([
      { field: 'name', before: 'Oldham Council', after: 'Oldham Borough' },
      { field: 'domains', before: 'oldham.gov.uk', after: '' },
      { field: 'discount', before: '', after: '25% until 2027-07-31: Agreed.' },
      { field: 'purchaseOrderRequired', before: 'no', after: 'yes' },
    ]);
  });

  it('of nothing changes nothing', () => {
    expect(revise(sample, detailsOf(sample), at.now)).toBe(sample);
  });
});
