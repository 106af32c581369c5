import { checkPayer, type PayerInput } from './payer.js';

const typed: PayerInput = {
  who: 'organisation',
  name: ' Accounts payable ',
  address: '',
  email: '',
  purchaseOrder: '',
};
const robin = { name: 'Robin Example', organisationId: 'borchester', organisationName: 'Borchester Council' };
const alone = { ...robin, organisationId: null };
const faults = (input: Partial<PayerInput>, traveller: Parameters<typeof checkPayer>[1] = robin) => {
  const checked = checkPayer({ ...typed, ...input }, traveller);
  return checked.ok ? [] : checked.problems.map(({ field }) => field);
};

describe('who pays for a place', () => {
  it('is the organisation, whose address is on record, or the traveller, who gives one', () => {
    expect(checkPayer(typed, robin)).toEqual({
      ok: true,
      value: {
        organisationId: 'borchester',
        billTo: { name: 'Accounts payable', address: '', email: null },
        purchaseOrder: null,
      },
    });
    expect(faults({ who: 'traveller' })).toEqual(['address']);
    expect(checkPayer({ ...typed, who: 'traveller', address: '1 Low Street' }, robin)).toMatchObject({
      value: { organisationId: null, billTo: { address: '1 Low Street' } },
    });
  });

  it('is the traveller, whatever was sent, where they are of no organisation that is known', () => {
    expect(faults({}, alone)).toEqual(['address']);
    expect(checkPayer({ ...typed, address: '1 Low Street' }, alone)).toMatchObject({
      value: { organisationId: null },
    });
  });

  it('is who the invoice is made out to, unless somebody else is named', () => {
    const own = { ...typed, name: '', address: '1 Low Street' };
    expect(checkPayer(own, robin)).toMatchObject({ value: { billTo: { name: 'Borchester Council' } } });
    expect(checkPayer({ ...own, who: 'traveller' }, robin)).toMatchObject({
      value: { billTo: { name: 'Robin Example' } },
    });
  });

  it('is asked for, with everything that needs attention at once', () => {
    expect(
      faults({ who: '', name: 'x'.repeat(201), email: 'nobody', purchaseOrder: 'x'.repeat(61) }),
    ).toEqual(['who', 'name', 'email', 'purchaseOrder']);
  });
});
