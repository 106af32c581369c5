import { PersistentProgram } from './persistent-program.js';
import { visitAsker } from './visits/asker.js';
import { beginBooking } from './booking-stage.js';
import type { Booker, ConferenceStage, StagedConference } from './stage.js';

/** One POST that takes places or money, ready to be sent. */
export interface OnceCase {
  /** Below the API's address. */
  readonly path: string;
  readonly headers: Readonly<Record<string, string>>;
  readonly body: object;
  /** Another one that could be sent to the same address. */
  readonly other: object;
}

/** Prepares what each POST needs. */
export class OnceCases {
  constructor(
    private readonly stage: ConferenceStage,
    private readonly booker: Booker,
    private readonly staff: Readonly<Record<string, string>>,
  ) {}

  /** By the address in the description. */
  readonly all: Readonly<Record<string, () => Promise<OnceCase>>> = {
    '/conferences/{id}/bookings': async () => {
      const { id, tickets } = await this.conference();
      const wish = (number: number) => ({
        for: { organisationId: this.booker.organisationId },
        quantities: { [tickets['Full'] ?? '']: number },
      });
      return this.by('booker', `/conferences/${id}/bookings`, wish(1), wish(2));
    },
    '/conferences/{id}/confirmed-bookings': async () => {
      const { id, tickets } = await this.conference();
      const whole = (name: string) => ({
        for: { organisationId: this.booker.organisationId },
        delegates: [{ name, ticketTypeId: tickets['Full'] }],
        payment: 'invoice',
        billTo: { name: 'Finance', address: 'Town Hall' },
        expectedGrossPence: 23_400,
        acceptTerms: true,
      });
      return this.by('booker', `/conferences/${id}/confirmed-bookings`, whole('One'), whole('Other'));
    },
    '/conferences/{id}/waiting-list': async () => {
      const conference = await this.full();
      return this.by(
        'booker',
        `/conferences/${conference.id}/waiting-list`,
        this.place(conference, 1),
        this.place(conference, 2),
      );
    },
    '/conferences/{id}/applications/decisions': async () => {
      const conference = await this.conference({ needsApproval: true });
      const reference = await this.begun(conference);
      await this.named(conference, reference);
      await this.program(conference).ask('POST', `/bookings/${reference}/confirm`, null, {
        expectedGrossPence: 0,
        acceptTerms: true,
      });
      const [delegate] = await this.stage.query<{ id: string }>(
        `SELECT d.id FROM delegates d JOIN bookings b ON b.id = d.booking_id WHERE b.reference = $1`,
        [reference],
      );
      const decide = (decision: string) => ({
        delegateIds: [delegate?.id],
        decision,
        reason: 'As we agreed',
      });
      const path = `/conferences/${conference.id}/applications/decisions`;
      return this.by('staff', path, decide('accept'), decide('decline'));
    },
    '/conferences/{id}/mailings': async () => {
      const conference = await this.conference();
      await this.confirmed(conference);
      const mail = (subject: string) => ({
        to: 'bookers',
        subject,
        text: 'The trams run every ten minutes.',
        expectedReaders: 1,
      });
      return this.by('staff', `/conferences/${conference.id}/mailings`, mail('Trams'), mail('Trains'));
    },
    '/bookings/{key}/delegates/{number}/move': async () => {
      const conference = await this.conference();
      const program = this.program(conference);
      const from = await program.book(`from-${conference.slug}`, ['Full', 'Full']);
      const to = await program.book(`to-${conference.slug}`, ['Full']);
      return this.by('staff', `/bookings/${from}/delegates/1/move`, { to }, { to: from });
    },
    '/conferences/{id}/cancellation': async () => {
      const conference = await this.conference();

      await this.stage.query(
        `UPDATE conferences SET status = 'cancelled', version = version + 1 WHERE id = $1`,
        [conference.id],
      );
      return this.by('staff', `/conferences/${conference.id}/cancellation`, {}, { other: true });
    },
    '/bookings/{key}/extend': () => this.heldStep('extend'),
    '/bookings/{key}/give-up': () => this.heldStep('give-up'),
    '/bookings/{key}/resume': async () => {
      const { path, ...rest } = await this.heldStep('resume');
      await this.stage.query(
        `UPDATE bookings SET held_until = now() - interval '1 minute' WHERE reference = $1`,
        [path.split('/')[2]],
      );
      return { path, ...rest };
    },
    '/bookings/{key}/delegates': async () => {
      const conference = await this.conference();
      const reference = await this.begun(conference);
      const add = (name: string) => ({
        delegates: [{ name }, { name: `${name} Two` }],
        ticketTypeId: conference.tickets['Full'],
      });
      return this.by('booker', `/bookings/${reference}/delegates`, add('One'), add('Other'));
    },
    '/bookings/{key}/delegates/{number}/invite': async () => {
      const path = `/bookings/${await this.begun(await this.conference())}/delegates/1/invite`;
      return this.by('booker', path, { email: 'one@example.org' }, { email: 'two@example.org' });
    },
    '/bookings/{key}/confirm': async () => {
      const conference = await this.conference();
      const reference = await this.begun(conference);
      await this.named(conference, reference);
      await this.program(conference).ask('PUT', `/bookings/${reference}/payment`, null, {
        payment: 'invoice',
        billTo: { name: 'Finance', address: 'Town Hall' },
      });
      const at = (expectedGrossPence: number) => ({ expectedGrossPence, acceptTerms: true });
      return this.by('booker', `/bookings/${reference}/confirm`, at(23_400), at(1));
    },
    '/bookings/{key}/additions': async () => {
      const conference = await this.conference();
      const path = `/bookings/${await this.confirmed(conference)}/additions`;
      const add = (name: string) => ({
        delegates: [{ name, ticketTypeId: conference.tickets['Full'] }],
        expectedInvoicePence: 23_400,
      });
      return this.by('booker', path, add('Later'), add('Other'));
    },
    '/bookings/{key}/cancel': async () => {
      const path = `/bookings/${await this.confirmed(await this.conference())}/cancel`;
      const cancel = (reason: string) => ({ delegates: 'all', expectedRefundPence: 23_400, reason });
      return this.by('booker', path, cancel('Illness'), cancel('Other'));
    },
    '/bookings/{key}/questions-to-staff': async () => {
      const path = `/bookings/${await this.confirmed(await this.conference())}/questions-to-staff`;
      return this.by('booker', path, { message: 'May I?' }, { message: 'May we?' });
    },
    '/bookings/{key}/notes': async () => {
      const path = `/bookings/${await this.confirmed(await this.conference())}/notes`;
      return this.by('staff', path, { text: 'Rang us' }, { text: 'Rang again' });
    },
    '/bookings/{key}/purchase-order': async () => {
      const path = `/bookings/${await this.confirmed(await this.conference())}/purchase-order`;
      const order = (purchaseOrder: string) => ({ purchaseOrder, issueAgain: true });
      return this.by('booker', path, order('PO-1'), order('PO-2'));
    },
    '/visit-invoices/{key}/purchase-order': async () => {
      const path = `/visit-invoices/${await this.visitInvoice()}/purchase-order`;
      const order = (purchaseOrder: string) => ({ purchaseOrder, issueAgain: true });
      return this.by('booker', path, order('PO-1'), order('PO-2'));
    },
    '/waiting/{key}/accept': () => this.offered('accept'),
    '/waiting/{key}/decline': () => this.offered('decline'),
    '/waiting/{key}/leave': () => this.offered('leave'),
    '/documents/{id}/credit': async () => {
      const { id } = await this.invoice();
      const credit = (percent: number) => ({ percent, reason: 'As we agreed' });
      return this.by('staff', `/documents/${id}/credit`, credit(10), credit(20));
    },
    '/customers/{id}/credit': async () => {
      const paid = await this.invoice();
      await this.stage.api('POST', '/payments', this.staff, this.moved(paid.customer, 900_000));
      const { id, customer } = await this.invoice();
      return this.by('staff', `/customers/${customer}/credit`, { invoiceIds: [id] }, { invoiceIds: [] });
    },
    '/payments': async () => {
      const { customer } = await this.invoice();
      return this.by('staff', '/payments', this.moved(customer, 100), this.moved(customer, 200));
    },
    '/payments/{id}/undo': async () => {
      const { customer } = await this.invoice();
      const { body } = await this.stage.api<{ id: string }>(
        'POST',
        '/payments',
        this.staff,
        this.moved(customer, 100),
      );
      return this.by('staff', `/payments/${body.id}/undo`, { reason: 'Wrong' }, { reason: 'Other' });
    },
    '/refunds': async () => {
      const { customer } = await this.invoice();
      await this.stage.api('POST', '/payments', this.staff, this.moved(customer, 900_000));
      return this.by('staff', '/refunds', this.moved(customer, 100), this.moved(customer, 200));
    },
  };

  private by(who: 'booker' | 'staff', path: string, body: object, other: object): OnceCase {
    return { path, body, other, headers: who === 'staff' ? this.staff : this.booker.api };
  }

  private conference(full: object = {}): Promise<StagedConference> {
    return this.stage.conference({
      tickets: { Full: full },
      pools: { House: { capacity: 20 } },
      columns: {
        changes_until: '2035-10-01T10:00:00Z',
        refund_steps: JSON.stringify([{ until: '2035-10-01', percent: 100 }]),
      },
    });
  }

  private program(conference: StagedConference): PersistentProgram {
    return new PersistentProgram(this.stage.url, this.booker, conference);
  }

  private begun(conference: StagedConference): Promise<string> {
    return beginBooking(this.stage, this.booker, conference, { Full: 1 });
  }

  private async named(conference: StagedConference, reference: string): Promise<void> {
    await this.program(conference).ask('POST', `/bookings/${reference}/delegates`, null, {
      delegates: [{ name: 'One Example' }],
    });
  }

  private async confirmed(conference: StagedConference): Promise<string> {
    return this.program(conference).book(`once-${conference.slug}`, ['Full']);
  }

  private async heldStep(step: string): Promise<OnceCase> {
    const path = `/bookings/${await this.begun(await this.conference())}/${step}`;
    return this.by('booker', path, {}, { other: true });
  }

  private place({ tickets }: StagedConference, wanted: number): object {
    const { organisationId } = this.booker;
    return { for: { organisationId }, ticketTypeId: tickets['Full'], wanted };
  }

  /** One without places: there is somebody in the only one. */
  private async full(): Promise<StagedConference> {
    const conference = await this.stage.conference({
      tickets: { Full: {} },
      pools: { House: { capacity: 1 } },
    });
    await beginBooking(this.stage, await this.stage.booker(), conference, { Full: 1 });
    return conference;
  }

  private async offered(step: string): Promise<OnceCase> {
    const conference = await this.stage.conference({
      tickets: { Full: {} },
      pools: { House: { capacity: 1 } },
    });
    const first = await this.stage.booker();
    const reference = await beginBooking(this.stage, first, conference, { Full: 1 });
    const joined = await this.stage.api<{ id: string }>(
      'POST',
      `/conferences/${conference.id}/waiting-list`,
      this.booker.api,
      this.place(conference, 1),
    );
    await this.stage.api('POST', `/bookings/${reference}/give-up`, first.api, {});
    return this.by('booker', `/waiting/${joined.body.id}/${step}`, {}, { other: true });
  }

  private async invoice(): Promise<{ readonly id: string; readonly customer: string }> {
    const reference = await this.confirmed(await this.conference());
    const [invoice] = await this.stage.query<{ id: string; customer: string }>(
      `SELECT d.id, d.customer_id AS customer FROM documents d JOIN bookings b ON b.id = d.booking_id
       WHERE b.reference = $1 AND d.series = 'invoice'`,
      [reference],
    );
    if (invoice === undefined) throw new Error(`${reference} has no invoice`);
    return invoice;
  }

  /** What stands in the link to an invoice for a visit. */
  private async visitInvoice(): Promise<string> {
    const asker = visitAsker(this.stage, this.stage.system.secrets.links);
    const asked = asker.asked();
    await asker.sendAndWait('study-visits.visit-invoice-requested.v1', asked.chargeId, asked);
    await asker.close();
    return asker.secretOf(asked.chargeId);
  }

  private moved(customerId: string, pence: number): object {
    return { customerId, pence, on: '2026-05-01', method: 'bank-transfer' };
  }
}
