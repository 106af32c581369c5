import { setTimeout as wait } from 'node:timers/promises';
import { apiPath, type Booker, type StagedConference } from './stage.js';

/** How long one step may take in all, in milliseconds: services come back within seconds. */
const patience = 60_000;

/** What a step was answered in the end. */
export interface Reply {
  readonly status: number;
  readonly body: Readonly<Record<string, unknown>>;
}

/** What happened to a program on the way. */
export interface Troubles {
  /** Requests that came to no answer, or to one that the service could not give. */
  failed: number;
  /** Answers that an earlier request with the same key was still being worked on. */
  inProgress: number;
}

/** A program of a booker's, which asks again with the same key until it has an answer. */
export class PersistentProgram {
  readonly troubles: Troubles = { failed: 0, inProgress: 0 };

  /** What went wrong last. */
  private last = '';

  constructor(
    private readonly url: string,
    private readonly booker: Booker,
    private readonly conference: StagedConference,
  ) {}

  /**
   * Books, from the hold to the confirmation.
   *
   * @param name fixed for the booking: what the keys of its requests begin with
   * @param tickets the names of its delegates' tickets
   * @returns the booking's reference, or what refused it
   */
  async book(name: string, tickets: readonly string[]): Promise<string> {
    const { id, tickets: ids } = this.conference;
    const quantities = Object.fromEntries(
      Object.entries(Object.groupBy(tickets, (ticket) => ids[ticket] ?? ticket)).map(([ticket, all]) => [
        ticket,
        all?.length ?? 0,
      ]),
    );
    const begun = await this.ask('POST', `/conferences/${id}/bookings`, `${name}-begin`, {
      for: { organisationId: this.booker.organisationId },
      quantities,
    });
    if (begun.status !== 201) return refused(begun);
    const reference = String(begun.body['reference']);
    const { grossPence } = begun.body['totals'] as { grossPence: number };
    const named = await this.ask('POST', `/bookings/${reference}/delegates`, `${name}-delegates`, {
      delegates: tickets.map((_, index) => delegate(name, index)),
    });
    if (named.status !== 201) return refused(named);
    const paid = await this.ask('PUT', `/bookings/${reference}/payment`, null, {
      payment: 'invoice',
      billTo: { name: this.booker.organisationName, address: 'Town Hall' },
    });
    if (paid.status !== 200) return refused(paid);
    const confirmed = await this.ask('POST', `/bookings/${reference}/confirm`, `${name}-confirm`, {
      expectedGrossPence: grossPence,
      acceptTerms: true,
    });
    return confirmed.status === 200 ? reference : refused(confirmed);
  }

  /**
   * The same in one request.
   *
   * @param grossPence what it costs with VAT
   */
  async bookAtOnce(name: string, tickets: readonly string[], grossPence: number): Promise<string> {
    const { id, tickets: ids } = this.conference;
    const booked = await this.ask('POST', `/conferences/${id}/confirmed-bookings`, `${name}-at-once`, {
      for: { organisationId: this.booker.organisationId },
      delegates: tickets.map((ticket, index) => ({
        ...delegate(name, index),
        ticketTypeId: ids[ticket] ?? ticket,
      })),
      payment: 'invoice',
      billTo: { name: this.booker.organisationName, address: 'Town Hall' },
      expectedGrossPence: grossPence,
      acceptTerms: true,
    });
    return booked.status === 201 ? String(booked.body['reference']) : refused(booked);
  }

  /** One step, again and again until it is answered. */
  async ask(method: 'POST' | 'PUT', path: string, key: string | null, body: object): Promise<Reply> {
    const until = performance.now() + patience;
    for (;;) {
      const reply = await this.once(method, path, key, body);
      if (reply !== null) return reply;
      if (performance.now() > until) throw new Error(`${path} was never answered: ${this.last}`);
      await wait(50 + Math.random() * 150);
    }
  }

  /** @returns `null` when it has to be asked again */
  private async once(method: string, path: string, key: string | null, body: object): Promise<Reply | null> {
    try {
      const response = await fetch(`${this.url}${apiPath}${path}`, {
        method,
        headers: {
          ...this.booker.api,
          'content-type': 'application/json',
          ...(key !== null && { 'idempotency-key': key }),
        },
        body: JSON.stringify(body),
      });
      const reply = { status: response.status, body: (await response.json()) as Reply['body'] };
      if (reply.body['code'] === 'in-progress') {
        this.troubles.inProgress += 1;
        return null;
      }
      if (reply.status < 500) return reply;
      this.last = JSON.stringify(reply);
    } catch (error) {
      // The service is gone, with or without having done it.
      this.last = String(error);
    }
    this.troubles.failed += 1;
    return null;
  }
}

/** The first one has an address. */
const delegate = (booking: string, index: number) => ({
  name: `Delegate ${index + 1} of ${booking}`,
  email: index === 0 ? `${booking}@example.org` : null,
});

const refused = ({ status, body }: Reply): string => `${status} ${String(body['code'])}`;
