import type { EntityManager } from 'typeorm';
import { accepted } from '#checks';
import { CustomerAccount } from '../../../apps/conference-registration/src/money/customer-account.js';
import type { Customer } from '../../../apps/conference-registration/src/money/domain/customer.js';
import type { Choice } from '../../../apps/conference-registration/src/money/domain/plan.js';
import { faultsInMoney } from './faults-in-money.js';
import { actor, setTheStage, type Stage, type StagedBooking } from './stage.js';

/** Finds the customer and locks nothing. */
class NoLock extends CustomerAccount {
  override async lock(manager: EntityManager, customerId: string): Promise<Customer> {
    const [customer] = await manager.query<Customer[]>(
      'SELECT id, name, organisation_id AS "organisationId", booking_id AS "bookingId" FROM customers WHERE id = $1',
      [customerId],
    );
    if (customer === undefined) throw new Error('no such customer');
    return customer;
  }
}

let stage: Stage;
beforeAll(async () => {
  stage = await setTheStage();
});
afterEach(async () => expect(await faultsInMoney(stage.dataSource)).toEqual([]));
afterAll(() => stage.close());

async function invoiced(on: Stage, places = 1, booking?: StagedBooking) {
  const made = booking ?? (await on.booking(places));
  const invoice = await on.transactions.run((manager) =>
    on.invoices.run(manager, { booking: made, placeIds: made.placeIds, actor }),
  );
  if (invoice === null) throw new Error('there was nothing to invoice');
  return { booking: made, invoice };
}

const pay = (on: Stage, customerId: string, pence: number, choice: Choice = { which: 'oldest' }) =>
  on.payments.run(actor, {
    customerId,
    choice,
    seenPlan: null,
    pence: accepted(pence),
    on: accepted('2027-03-01'),
    method: 'bank-transfer',
    reference: '',
    note: '',
  });

const payBack = (on: Stage, customerId: string, pence: number) =>
  on.refunds.run(actor, {
    customerId,
    pence: accepted(pence),
    on: accepted('2027-03-01'),
    method: 'bank-transfer',
    reference: '',
    note: '',
  });

const credit = (on: Stage, invoiceId: string, percent: number) =>
  on.transactions.run((manager) =>
    on.creditNotes.run(manager, { of: { invoiceId }, percent, reason: 'Cancelled', actor }),
  );

const open = async (customerId: string) => {
  const { invoices, credits } = await stage.account.read(stage.dataSource.manager, customerId);
  return {
    outstanding: invoices.map(({ outstandingPence }) => outstandingPence),
    credit: credits.reduce((total, { leftPence }) => total + leftPence, 0),
  };
};

/** A place with VAT: £195.00 and 20 %. */
const gross = 23_400;

describe('payments', () => {
  it('go over several invoices, the oldest first, and what is over is credit', async () => {
    const { booking, invoice } = await invoiced(stage, 2);
    const again = await stage.booking(1, 19_500, booking.organisationId);
    const later = await invoiced(stage, 1, again);
    expect(later.invoice.customerId).toBe(invoice.customerId);
    await pay(stage, invoice.customerId, 2 * gross + 1000);
    expect(await open(invoice.customerId)).toEqual({ outstanding: [gross - 1000], credit: 0 });
    const { plan } = await pay(stage, invoice.customerId, gross);
    expect(plan.creditPence).toBe(1000);
    expect(await open(invoice.customerId)).toEqual({ outstanding: [], credit: 1000 });
  });

  it('refuse an invoice of somebody else, and one that is settled', async () => {
    const one = await invoiced(stage);
    const other = await invoiced(stage);
    const choice = { which: 'chosen', invoiceIds: [other.invoice.id] } as const;
    await expect(pay(stage, one.invoice.customerId, gross, choice)).rejects.toMatchObject({ status: 422 });
    await pay(stage, other.invoice.customerId, gross);
    await expect(pay(stage, other.invoice.customerId, gross, choice)).rejects.toMatchObject({ status: 422 });
  });

  it.each([0, -1, 0.5, 1_000_000_001, Number.NaN])('refuse %d pence', async (pence) => {
    const { invoice } = await invoiced(stage);
    await expect(pay(stage, invoice.customerId, pence)).rejects.toMatchObject({ status: 422 });
  });

  it('can be undone, with all that they settled, and a credit note then settles its invoice', async () => {
    const { invoice } = await invoiced(stage);
    const { id } = await pay(stage, invoice.customerId, gross);
    await credit(stage, invoice.id, 50);
    expect(await open(invoice.customerId)).toEqual({ outstanding: [], credit: gross / 2 });
    await stage.undo.run(actor, id, 'Recorded twice');
    expect(await open(invoice.customerId)).toEqual({ outstanding: [gross / 2], credit: 0 });
    await stage.undo.run(actor, id, 'Recorded twice');
    expect(await open(invoice.customerId)).toEqual({ outstanding: [gross / 2], credit: 0 });
  });

  it('cannot be undone while some of it is paid back', async () => {
    const { invoice } = await invoiced(stage);
    const { id } = await pay(stage, invoice.customerId, gross + 500);
    const refund = await payBack(stage, invoice.customerId, 500);
    await expect(stage.undo.run(actor, id, 'Wrong')).rejects.toMatchObject({ code: 'refunded' });
    await stage.undo.run(actor, refund, 'Sent back by the bank');
    await stage.undo.run(actor, id, 'Wrong');
    expect(await open(invoice.customerId)).toEqual({ outstanding: [gross], credit: 0 });
  });
});

describe('credit', () => {
  it('pays another invoice, and is paid back only as far as there is any', async () => {
    const { booking, invoice } = await invoiced(stage);
    const { customerId } = invoice;
    await pay(stage, customerId, 2 * gross - 400);
    const later = await invoiced(stage, 1, await stage.booking(1, 19_500, booking.organisationId));
    await expect(payBack(stage, customerId, gross)).rejects.toMatchObject({ status: 422 });
    await stage.credit.run(actor, { customerId, invoiceIds: [later.invoice.id] });
    expect(await open(customerId)).toEqual({ outstanding: [400], credit: 0 });
    const nothingLeft = stage.credit.run(actor, { customerId, invoiceIds: [later.invoice.id] });
    await expect(nothingLeft).rejects.toMatchObject({ code: 'no-credit' });
  });

  it('is over exactly the places that are cancelled, and never over more than was invoiced', async () => {
    const { booking, invoice } = await invoiced(stage, 5);
    const cancel = (percent: number) =>
      stage.transactions.run((manager) =>
        stage.creditNotes.run(manager, {
          of: { placeIds: booking.placeIds.slice(2, 3) },
          percent,
          reason: 'A delegate cancelled',
          actor,
        }),
      );
    expect(await cancel(50)).toMatchObject([{ kind: 'credit-note', grossPence: gross / 2 }]);
    expect(await cancel(100)).toMatchObject([{ grossPence: gross / 2 }]);
    expect(await cancel(100)).toEqual([]);
    expect(await open(invoice.customerId)).toEqual({ outstanding: [4 * gross], credit: 0 });
  });
});

it('issues an invoice again with what was paid of it', async () => {
  const { booking, invoice } = await invoiced(stage, 2);
  await pay(stage, invoice.customerId, 30_000);
  const withOrder = { ...booking, purchaseOrder: '4500012345' };
  const again = await stage.transactions.run((manager) =>
    stage.reissue.run(manager, {
      billed: { of: 'booking', booking: withOrder },
      invoiceId: invoice.id,
      reason: 'With your order',
      actor,
    }),
  );
  expect(again.invoice.grossPence).toBe(invoice.grossPence);
  expect(await open(invoice.customerId)).toEqual({ outstanding: [2 * gross - 30_000], credit: 0 });
  const [document] = await stage.dataSource.query<{ content: { purchaseOrder: string } }[]>(
    'SELECT content FROM documents WHERE id = $1',
    [again.invoice.id],
  );
  expect(document?.content.purchaseOrder).toBe('4500012345');
  const twice = stage.transactions.run((manager) =>
    stage.reissue.run(manager, {
      billed: { of: 'booking', booking: withOrder },
      invoiceId: invoice.id,
      reason: 'Again',
      actor,
    }),
  );
  await expect(twice).rejects.toMatchObject({ code: 'nothing-left' });
});

it('refuses an invoice for places that are on one', async () => {
  const { booking } = await invoiced(stage, 2);
  await expect(invoiced(stage, 2, booking)).rejects.toMatchObject({ code: 'invoiced-already' });
});

it('issues none where there is nothing to pay', async () => {
  const booking = await stage.booking(2, 0);
  const none = await stage.transactions.run((manager) =>
    stage.invoices.run(manager, { booking, placeIds: booking.placeIds, actor }),
  );
  expect(none).toBeNull();
});

/** Many things at once with the money of one customer. */
async function storm(on: Stage): Promise<void> {
  const { booking, invoice } = await invoiced(on, 3);
  const { customerId } = invoice;
  const other = await invoiced(on, 2, await on.booking(2, 19_500, booking.organisationId));
  await pay(on, customerId, 5000, { which: 'none' });
  const paid = await Promise.allSettled([
    ...Array.from({ length: 8 }, () => pay(on, customerId, gross)),
    ...Array.from({ length: 4 }, () => credit(on, invoice.id, 40)),
    ...Array.from({ length: 4 }, () => on.credit.run(actor, { customerId, invoiceIds: [other.invoice.id] })),
    ...Array.from({ length: 4 }, () => payBack(on, customerId, 5000)),
  ]);
  const payments = paid.flatMap((each) =>
    each.status === 'fulfilled' && typeof each.value === 'object' && 'receiptId' in each.value
      ? [each.value.id]
      : [],
  );
  await Promise.allSettled([
    ...payments
      .slice(0, 4)
      .flatMap((id) => [on.undo.run(actor, id, 'Wrong'), on.undo.run(actor, id, 'Wrong')]),
    ...Array.from({ length: 4 }, () => payBack(on, customerId, 3000)),
    ...Array.from({ length: 2 }, () => pay(on, customerId, 1000)),
  ]);
}

describe('many things at once', () => {
  it('settle an invoice once where two pay it, and keep the other payment as credit', async () => {
    const { invoice } = await invoiced(stage);
    await Promise.all([pay(stage, invoice.customerId, gross), pay(stage, invoice.customerId, gross)]);
    expect(await open(invoice.customerId)).toEqual({ outstanding: [], credit: gross });
  });

  it('settle an invoice once where it is paid and credited', async () => {
    const { invoice } = await invoiced(stage);
    await Promise.all([pay(stage, invoice.customerId, gross), credit(stage, invoice.id, 100)]);
    expect(await open(invoice.customerId)).toEqual({ outstanding: [], credit: gross });
  });

  it('lose and make no money', async () => {
    for (let run = 0; run < 5; run += 1) await storm(stage);
  });

  it('would lose or make some without the lock on the customer', async () => {
    const loose = await setTheStage(new NoLock());
    try {
      const faults: string[] = [];
      for (let run = 0; run < 10 && faults.length === 0; run += 1) {
        await storm(loose);
        faults.push(...(await faultsInMoney(loose.dataSource)));
      }
      expect(faults).not.toEqual([]);
    } finally {
      await loose.close();
    }
  });
});
