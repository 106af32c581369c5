import { Agent, request } from 'node:http';
import type { BenchBooker, BenchPlace } from './place.ts';

const apiPath = '/api/v1/conference-registration';

/** The requests of one booking: the fewest that the API offers. */
export const steps = ['begin', 'delegates', 'payment', 'confirm'] as const;
export type Step = (typeof steps)[number];

/** What so many clients got done. */
export interface Booked {
  readonly bookings: number;
  readonly perSecond: number;
  /** How long each answer took, in milliseconds, in rising order. */
  readonly took: Readonly<Record<Step, readonly number[]>>;
}

interface Reply {
  readonly body: Readonly<Record<string, unknown>>;
  readonly took: number;
}

let bookingsSoFar = 0;

/** One client on a connection of its own, which is kept. */
class Client {
  private readonly agent = new Agent({ keepAlive: true, maxSockets: 1 });

  private readonly url: string;
  private readonly place: BenchPlace;
  private readonly booker: BenchBooker;

  constructor(url: string, place: BenchPlace, booker: BenchBooker) {
    this.url = url;
    this.place = place;
    this.booker = booker;
  }

  /** @returns how long each step took */
  async book(): Promise<Record<Step, number>> {
    bookingsSoFar += 1;
    const name = `bench-${process.pid}-${bookingsSoFar}`;
    const { conferenceId, ticketId } = this.place;
    const begin = await this.ask('POST', `/conferences/${conferenceId}/bookings`, `${name}-begin`, {
      for: { organisationId: this.booker.organisationId },
      quantities: { [ticketId]: 1 },
    });
    const path = `/bookings/${String(begin.body['reference'])}`;
    const { grossPence } = begin.body['totals'] as { grossPence: number };
    const delegates = await this.ask('POST', `${path}/delegates`, `${name}-delegates`, {
      delegates: [{ name: 'Robin Example', email: `${name}@example.org` }],
    });
    const payment = await this.ask('PUT', `${path}/payment`, null, {
      payment: 'invoice',
      billTo: { name: 'Finance', address: 'Town Hall, High Street' },
    });
    const confirm = await this.ask('POST', `${path}/confirm`, `${name}-confirm`, {
      expectedGrossPence: grossPence,
      acceptTerms: true,
    });
    return { begin: begin.took, delegates: delegates.took, payment: payment.took, confirm: confirm.took };
  }

  close(): void {
    this.agent.destroy();
  }

  private ask(method: 'POST' | 'PUT', path: string, key: string | null, body: object): Promise<Reply> {
    const start = performance.now();
    const sent = Buffer.from(JSON.stringify(body));
    const headers = {
      ...this.booker.headers,
      'content-type': 'application/json',
      'content-length': sent.length,
      ...(key !== null && { 'idempotency-key': key }),
    };
    return new Promise((resolve, reject) => {
      request(`${this.url}${apiPath}${path}`, { method, headers, agent: this.agent }, (response) => {
        const chunks: Buffer[] = [];
        response.on('data', (chunk: Buffer) => chunks.push(chunk));
        response.on('end', () => {
          const took = performance.now() - start;
          const text = Buffer.concat(chunks).toString();
          const status = response.statusCode ?? 0;
          if (status >= 300) reject(new Error(`${method} ${path}: ${status} ${text}`));
          else resolve({ body: JSON.parse(text) as Reply['body'], took });
        });
      })
        .on('error', reject)
        .end(sent);
    });
  }
}

/**
 * Lets each booker book one booking after the other.
 *
 * @param seconds for how long bookings are begun
 * @param most so many bookings at most
 */
export async function bookFor(
  url: string,
  place: BenchPlace,
  seconds: number,
  most = Infinity,
): Promise<Booked> {
  const start = performance.now();
  const until = start + seconds * 1000;
  const all: Record<Step, number>[] = [];
  let begun = 0;
  await Promise.all(
    place.bookers.map(async (booker) => {
      const client = new Client(url, place, booker);
      while (performance.now() < until && begun < most) {
        begun += 1;
        all.push(await client.book());
      }
      client.close();
    }),
  );
  const took = performance.now() - start;
  return {
    bookings: all.length,
    perSecond: (all.length / took) * 1000,
    took: Object.fromEntries(
      steps.map((step) => [step, all.map((one) => one[step]).toSorted((a, b) => a - b)]),
    ) as Record<Step, number[]>,
  };
}
