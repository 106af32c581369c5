import { checkPayer, type PayerInput } from './payer.js';

const typed: PayerInput = {
  who: 'organisation',
  name: ' Borchester Council ',
  address: '',
  email: '',
  purchaseOrder: '',
};
const faults = (input: Partial<PayerInput>, organisationId: string | null = 'borchester') => {
  const checked = checkPayer({ ...typed, ...input }, organisationId);
  return checked.ok ? [] : checked.problems.map(({ field }) => field);
};

describe('who pays for a place', () => {
  it('is the organisation, whose address is on record, or the traveller, who gives one', () => {
    expect(checkPayer(typed, 'borchester')).toEqual({
      ok: true,
      value: {
        organisationId: 'borchester',
        billTo: { name: 'Borchester Council', address: '', email: null },
        purchaseOrder: null,
      },
    });
    expect(faults({ who: 'traveller' })).toEqual(['address']);
    expect(checkPayer({ ...typed, who: 'traveller', address: '1 Low Street' }, 'borchester')).toMatchObject({
      value: { organisationId: null, billTo: { address: '1 Low Street' } },
    });
  });

  it('is the traveller, whatever was sent, where they are of no organisation that is known', () => {
    expect(faults({}, null)).toEqual(['address']);
    expect(checkPayer({ ...typed, address: '1 Low Street' }, null)).toMatchObject({
      value: { organisationId: null },
    });
  });

  it('is asked for, with everything that needs attention at once', () => {
    expect(faults({ who: '', name: ' ', email: 'nobody', purchaseOrder: 'x'.repeat(61) })).toEqual([
      'who',
      'name',
      'email',
      'purchaseOrder',
    ]);
  });
});
