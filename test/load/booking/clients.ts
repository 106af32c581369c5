import { Agent, request } from 'node:http';
import { setTimeout as pause } from 'node:timers/promises';
import type { BenchBooker, BenchPlace } from './place.ts';

const apiPath = '/api/v1/conference-registration';

/** The requests of one booking, in steps as a person takes them, and all in one for programs. */
export const requests = {
  'in steps': ['begin', 'delegates', 'payment', 'confirm'],
  'at once': ['book'],
} as const;
export type Way = keyof typeof requests;
export type Step = (typeof requests)[Way][number];

/** What so many clients got done. */
export interface Booked {
  readonly bookings: number;
  readonly perSecond: number;
  /** How long each answer took, in milliseconds, in rising order. */
  readonly took: ReadonlyMap<Step, readonly number[]>;
}

interface Reply {
  readonly body: Readonly<Record<string, unknown>>;
  readonly took: number;
}

let bookingsSoFar = 0;

const delegateCalled = (name: string) => ({ name: 'Robin Example', email: `${name}@example.org` });

const payment = { payment: 'invoice', billTo: { name: 'Finance', address: 'Town Hall, High Street' } };

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

  /** @returns how long each request took */
  async book(way: Way): Promise<readonly (readonly [Step, number])[]> {
    bookingsSoFar += 1;
    const name = `bench-${process.pid}-${bookingsSoFar}`;
    return way === 'at once' ? this.atOnce(name) : this.inSteps(name);
  }

  private async atOnce(name: string) {
    const { conferenceId, ticketId, grossPence } = this.place;
    const { took } = await this.ask('POST', `/conferences/${conferenceId}/confirmed-bookings`, name, {
      for: { organisationId: this.booker.organisationId },
      delegates: [{ ...delegateCalled(name), ticketTypeId: ticketId }],
      ...payment,
      expectedGrossPence: grossPence,
      acceptTerms: true,
    });
    return [['book', took]] as const;
  }

  private async inSteps(name: string) {
    const { conferenceId, ticketId, grossPence } = this.place;
    const begin = await this.ask('POST', `/conferences/${conferenceId}/bookings`, `${name}-begin`, {
      for: { organisationId: this.booker.organisationId },
      quantities: { [ticketId]: 1 },
    });
    const path = `/bookings/${String(begin.body['reference'])}`;
    const delegates = await this.ask('POST', `${path}/delegates`, `${name}-delegates`, {
      delegates: [delegateCalled(name)],
    });
    const paid = await this.ask('PUT', `${path}/payment`, null, payment);
    const confirm = await this.ask('POST', `${path}/confirm`, `${name}-confirm`, {
      expectedGrossPence: grossPence,
      acceptTerms: true,
    });
    return [
      ['begin', begin.took],
      ['delegates', delegates.took],
      ['payment', paid.took],
      ['confirm', confirm.took],
    ] as const;
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

/** How long and how fast is booked. */
export interface Load {
  /** For how long bookings are begun. */
  readonly seconds: number;
  /** So many bookings at most. */
  readonly most?: number;
  /** So many bookings are begun in each second, all of them together; without it each goes on as soon as they can. */
  readonly perSecond?: number;
}

/** Lets each booker book one booking after the other. */
export async function bookFor(
  url: string,
  place: BenchPlace,
  way: Way,
  { seconds, most = Infinity, perSecond = Infinity }: Load,
): Promise<Booked> {
  const start = performance.now();
  const until = start + seconds * 1000;
  const all: (readonly [Step, number])[] = [];
  let begun = 0;
  let bookings = 0;
  await Promise.all(
    place.bookers.map(async (booker) => {
      const client = new Client(url, place, booker);
      while (performance.now() < until && begun < most) {
        const turn = start + (begun / perSecond) * 1000;
        begun += 1;
        if (turn >= until) break;
        await pause(Math.max(0, turn - performance.now()));
        all.push(...(await client.book(way)));
        bookings += 1;
      }
      client.close();
    }),
  );
  const took = performance.now() - start;
  const byStep = Map.groupBy(all, ([step]) => step);
  return {
    bookings,
    perSecond: (bookings / took) * 1000,
    took: new Map(
      [...byStep].map(([step, times]) => [step, times.map(([, time]) => time).toSorted((a, b) => a - b)]),
    ),
  };
}
