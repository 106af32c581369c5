import { accepted } from '#checks';
import type { Choice } from '../../../apps/conference-registration/src/money/domain/plan.js';
import type { IssuedDocument } from '../../../apps/conference-registration/src/money/write-document.js';
import { startConferences, type ConferenceStage } from '../stage.js';
import { actor, moneyOn, type Money, type StagedBooking } from './stage.js';

/** An invoice with the booking that it is for. */
export interface Invoiced {
  readonly booking: StagedBooking;
  readonly invoice: IssuedDocument;
}

/** The app as it is served, with money in it. */
export interface ServedMoney {
  readonly stage: ConferenceStage;
  readonly money: Money;
  /** Of a member of staff: with their browser, and with a program. */
  readonly staff: Readonly<Record<string, string>>;
  readonly api: Readonly<Record<string, string>>;
  /** A confirmed booking with its invoice, of another organisation each time unless one is given. */
  invoiced(this: void, different?: Partial<Wanted>): Promise<Invoiced>;
  pay(this: void, customerId: string, pence: number, choice?: Choice): Promise<string>;
  /** Sends a form as a browser does. */
  post(this: void, path: string, values: Readonly<Record<string, string>>): Promise<Response>;
  stop(this: void): Promise<void>;
}

interface Wanted {
  readonly places: number;
  readonly name: string;
  readonly organisationId: string;
  readonly needsOrder: boolean;
}

export async function serveMoney(): Promise<ServedMoney> {
  const stage = await startConferences();
  const money = await moneyOn(stage.system.databaseUrl('conference-registration'));
  const person = { id: 'terry', name: 'Terry Treasurer', roles: ['person', 'staff'] as const };
  const staff = await stage.headers(person);
  return {
    stage,
    money,
    staff,
    api: await stage.headers({ ...person, via: 'api' }),
    invoiced: async (different = {}) => {
      const made = await money.booking(different.places ?? 1, 19_500, different.organisationId);
      const booking = { ...made, organisationName: different.name ?? made.organisationName };
      await stage.query(
        'UPDATE bookings SET organisation_name = $2, purchase_order_required = $3 WHERE id = $1',
        [booking.id, booking.organisationName, different.needsOrder ?? false],
      );
      const { placeIds } = booking;
      const invoice = await money.transactions.run((manager) =>
        money.invoices.run(manager, { booking, placeIds, actor }),
      );
      if (invoice === null) throw new Error('there was nothing to invoice');
      return { booking, invoice };
    },
    pay: async (customerId, pence, choice = { which: 'oldest' }) => {
      const payment = {
        pence: accepted(pence),
        on: accepted('2026-05-01'),
        method: 'bank-transfer',
      } as const;
      const recorded = await money.payments.run(actor, {
        ...payment,
        customerId,
        choice,
        seenPlan: null,
        reference: 'CN-7K3QFM',
        note: '',
      });
      return recorded.id;
    },
    post: (path, values) =>
      fetch(stage.url + path, {
        method: 'POST',
        headers: { ...staff, origin: 'http://localhost:1', 'sec-fetch-site': 'same-origin' },
        body: new URLSearchParams(values),
        redirect: 'manual',
      }),
    stop: async () => {
      await money.close();
      await stage.stop();
    },
  };
}
