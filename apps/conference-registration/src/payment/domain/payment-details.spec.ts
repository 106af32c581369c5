import { checkPayment, type PaymentInput } from './payment-details.js';

const nothing: PaymentInput = {
  payment: null,
  purchaseOrder: '',
  billTo: { name: '', address: null, email: ' ' },
};

const some: PaymentInput = {
  payment: 'invoice',
  purchaseOrder: ' PO 4711 ',
  billTo: { name: 'Rochdale Borough Council', address: 'Smith Street\r\nRochdale', email: 'ap@example.org' },
};

describe('how a booking is paid', () => {
  it('is kept tidily', () => {
    expect(checkPayment(some, 1)).toEqual({
      ok: true,
      value: {
        payment: 'invoice',
        purchaseOrder: 'PO 4711',
        billTo: {
          name: 'Rochdale Borough Council',
          address: 'Smith Street\nRochdale',
          email: 'ap@example.org',
        },
      },
    });
  });

  it('can do without a purchase order and an address for mail', () => {
    const less = { ...some, purchaseOrder: null, billTo: { ...some.billTo, email: null } };
    expect(checkPayment(less, 1)).toMatchObject({
      ok: true,
      value: { purchaseOrder: null, billTo: { email: null } },
    });
  });

  it('asks for all that is missing', () => {
    const checked = checkPayment(nothing, 1);
    expect(checked.ok ? [] : checked.problems.map(({ field }) => field)).toEqual([
      'payment',
      'billTo.name',
      'billTo.address',
    ]);
  });

  it('is nobody’s choice where nothing is to be paid', () => {
    const free = { ok: true, value: { payment: 'nothing', purchaseOrder: null, billTo: null } };
    expect(checkPayment(nothing, 0)).toEqual(free);
    expect(checkPayment(some, 0)).toEqual(free);
    expect(checkPayment({ ...some, payment: 'nothing' }, 1)).toMatchObject({
      problems: [{ field: 'payment', code: 'missing' }],
    });
  });
});
