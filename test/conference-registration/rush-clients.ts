import { randomUUID } from 'node:crypto';
import { setTimeout as wait } from 'node:timers/promises';
import { runDue } from '../run-due.js';
import type { Booker, ConferenceStage, StagedConference } from './stage.js';

/** What every client knows. */
export interface Rush {
  readonly stage: ConferenceStage;
  readonly conference: StagedConference;
  /** Headers of a program of staff’s. */
  readonly staff: Readonly<Record<string, string>>;
  /** Whether it has gone on for long enough. */
  isOver(this: void): boolean;
  /** How often which act was answered how. */
  readonly tally: Map<string, number>;
}

interface Pence {
  readonly grossPence: number;
}

/** What answers may have in them. */
interface Body {
  readonly code?: string;
  readonly id?: string;
  readonly version?: number;
  readonly reference?: string;
  readonly status?: string;
  readonly delegates?: readonly { readonly name: string }[];
  readonly totals?: Pence;
  readonly back?: Pence;
  readonly invoiced?: Pence;
  readonly credited?: Pence;
  readonly booking?: string;
  readonly name?: string;
  readonly perOrganisation?: boolean;
  readonly ticketTypeIds?: readonly string[];
}

const tickets = ['Both', 'First', 'Second'] as const;

/** What they cost with VAT, in pence. */
const gross = { Both: 23_400, First: 11_880, Second: 10_395 } as const;

type Method = 'GET' | 'POST' | 'PUT';

const some = <Item>(items: readonly Item[]): Item | undefined =>
  items[Math.floor(Math.random() * items.length)];
const upTo = (most: number) => 1 + Math.floor(Math.random() * most);

async function ask(
  { stage, tally }: Rush,
  act: string,
  headers: Readonly<Record<string, string>>,
  method: Method,
  path: string,
  body?: object,
): Promise<{ readonly status: number; readonly body: Body }> {
  const answer = await stage.api<Body>(method, path, headers, body);
  const said = `${act} ${answer.status}${answer.status < 400 ? '' : ` ${answer.body.code}`}`;
  tally.set(said, (tally.get(said) ?? 0) + 1);
  return answer;
}

/** What the people of one organisation have begun: each of them may do something about it, all at the same time. */
export class RushOrganisation {
  readonly bookings: string[] = [];
  readonly entries: string[] = [];
  private names = 0;

  constructor(
    private readonly rush: Rush,
    private readonly booker: Booker,
  ) {}

  /** Does this and that until the time is over. */
  async client(): Promise<void> {
    while (!this.rush.isOver()) await this.something();
  }

  /** Waits for nothing any more. */
  async leaveTheLine(): Promise<void> {
    for (const entry of this.entries) await this.step('leave', `waiting/${entry}/leave`);
  }

  /** Begins bookings of one place until there are no more. @returns what refused the last one */
  async fillUp(ticket: string): Promise<string | undefined> {
    for (;;) {
      const { status, body } = await this.book({ [ticket]: 1 });
      if (status !== 201) return body.code;
    }
  }

  private async something(): Promise<void> {
    // The latest ones above all: much can still be done about them.
    const [booking, entry] = [some(this.bookings.slice(-5)), some(this.entries)];
    const chance = Math.random();
    if (booking === undefined || chance < 0.15) return this.begin();
    if (chance < 0.22) return this.bookAtOnce();
    if (chance < 0.42) return this.fillInAndConfirm(booking);
    if (chance < 0.45) return this.step('give up', `bookings/${booking}/give-up`);
    if (chance < 0.5) return this.step('resume', `bookings/${booking}/resume`);
    if (chance < 0.54) return this.letRunOut(booking);
    if (chance < 0.6) return this.cancel(booking, [upTo(3)]);
    if (chance < 0.64) return this.cancel(booking, 'all');
    if (chance < 0.73) return this.changeTicket(booking);
    if (chance < 0.79) return this.replace(booking);
    if (entry === undefined || chance < 0.83) return this.join();
    if (chance < 0.96) return this.answer('accept', entry);
    return this.answer(chance < 0.98 ? 'decline' : 'leave', entry);
  }

  private async begin(): Promise<void> {
    const number = upTo(3);
    const Dinner = Math.random() < 0.3 ? upTo(number) : 0;
    const code = Math.random() < 0.1 ? 'HALF' : '';
    const { status, body } = await this.book({ [some(tickets) ?? '']: number, Dinner }, code);
    if (status === 201) this.bookings.push(body.reference ?? '');
  }

  /** In one request; what it costs is guessed, as some are free. */
  private async bookAtOnce(): Promise<void> {
    const { id, tickets: ids } = this.rush.conference;
    const [ticket = 'Both', number] = [some(tickets), upTo(2)];
    const { status, body } = await this.ask('book', 'POST', `/conferences/${id}/confirmed-bookings`, {
      for: { organisationId: this.booker.organisationId },
      delegates: Array.from({ length: number }, () => ({ ...this.person(), ticketTypeId: ids[ticket] })),
      payment: 'invoice',
      billTo: { name: this.booker.organisationName, address: 'Town Hall' },
      expectedGrossPence: upTo(4) === 1 ? 0 : number * gross[ticket],
      acceptTerms: true,
    });
    if (status === 201) this.bookings.push(body.reference ?? '');
  }

  private book(wanted: Readonly<Record<string, number>>, code = '') {
    const { id, tickets: ids } = this.rush.conference;
    return this.ask('begin', 'POST', `/conferences/${id}/bookings`, {
      for: { organisationId: this.booker.organisationId },
      quantities: Object.fromEntries(Object.entries(wanted).map(([name, number]) => [ids[name], number])),
      code,
    });
  }

  /** Confirms it three times at once: twice with the same key, and with another one. */
  private async fillInAndConfirm(booking: string): Promise<void> {
    const path = `/bookings/${booking}`;
    const { body: before } = await this.ask('read', 'GET', `${path}/details`);
    if (before.status !== 'held' && Math.random() < 0.8) return;
    const nameless = (before.delegates ?? []).filter(({ name }) => name === '');
    if (nameless.length > 0) {
      const delegates = nameless.map(() => this.person());
      await this.ask('name', 'POST', `${path}/delegates`, { delegates });
    }
    const billTo = { name: this.booker.organisationName, address: 'Town Hall' };
    await this.ask('pay', 'PUT', `${path}/payment`, { payment: 'invoice', billTo });
    const confirmation = { expectedGrossPence: before.totals?.grossPence, acceptTerms: true };
    const key = randomUUID();
    await Promise.all(
      [key, key, randomUUID()].map((each) =>
        ask(
          this.rush,
          'confirm',
          { ...this.booker.api, 'idempotency-key': each },
          'POST',
          `${path}/confirm`,
          confirmation,
        ),
      ),
    );
  }

  private async step(act: string, path: string): Promise<void> {
    await this.ask(act, 'POST', `/${path}`, {});
  }

  private async letRunOut(booking: string): Promise<void> {
    await this.rush.stage.query(
      `UPDATE bookings SET held_until = now() - interval '1 second' WHERE reference = $1 AND status = 'held'`,
      [booking],
    );
  }

  private async cancel(booking: string, delegates: 'all' | readonly number[]): Promise<void> {
    const path = `/bookings/${booking}`;
    const refund = await this.ask('refund', 'GET', `${path}/refund?delegates=${String(delegates)}`);
    if (refund.status !== 200) return;
    const expected = { delegates, expectedRefundPence: refund.body.back?.grossPence };
    await this.ask('cancel', 'POST', `${path}/cancel`, expected);
  }

  private async changeTicket(booking: string): Promise<void> {
    const { tickets: ids } = this.rush.conference;
    const path = `/bookings/${booking}/delegates/${upTo(3)}/tickets`;
    const wanted = {
      ticketTypeId: ids[some(tickets) ?? ''],
      addOnIds: Math.random() < 0.4 ? [ids['Dinner']] : [],
    };
    const trial = await this.ask('try tickets', 'PUT', path, { ...wanted, isTrial: true });
    if (trial.status !== 200) return;
    const { invoiced, credited } = trial.body;
    await this.ask('change tickets', 'PUT', path, {
      ...wanted,
      expectedInvoicePence: invoiced?.grossPence,
      expectedCreditPence: credited?.grossPence,
    });
  }

  private async replace(booking: string): Promise<void> {
    const path = `/bookings/${booking}/delegates/${upTo(3)}`;
    const { status, body } = await this.ask('read delegate', 'GET', path);
    if (status !== 200) return;
    const headers = { ...this.booker.api, 'if-match': `"${body.version}"` };
    await ask(this.rush, 'replace', headers, 'PUT', `${path}/person`, this.person());
  }

  private async join(): Promise<void> {
    const { id, tickets: ids } = this.rush.conference;
    const { status, body } = await this.ask('join', 'POST', `/conferences/${id}/waiting-list`, {
      for: { organisationId: this.booker.organisationId },
      ticketTypeId: ids[some(tickets) ?? ''],
      wanted: upTo(3),
      allTogether: Math.random() < 0.5,
    });
    if (status === 201) this.entries.push(body.id ?? '');
  }

  private async answer(how: 'accept' | 'decline' | 'leave', entry: string): Promise<void> {
    const { status, body } = await this.ask(how, 'POST', `/waiting/${entry}/${how}`, {});
    if (how !== 'accept') this.entries.splice(this.entries.indexOf(entry), 1);
    if (how === 'accept' && status === 200 && !this.bookings.includes(body.booking ?? '')) {
      this.bookings.push(body.booking ?? '');
    }
  }

  private person() {
    this.names += 1;
    const name = `${this.booker.organisationName} ${this.names}`;
    return { name, email: `${name.replaceAll(' ', '.').toLowerCase()}@example.org` };
  }

  private ask(act: string, method: Method, path: string, body?: object) {
    return ask(this.rush, act, this.booker.api, method, path, body);
  }
}

/** Staff who raise and lower limits as it comes. @returns once all are as they were */
export async function changeLimits(rush: Rush, usual: Readonly<Record<string, number>>): Promise<void> {
  const names = Object.keys(usual);
  const set = async (name: string, capacity: number) => {
    const path = `/conferences/${rush.conference.id}/pools/${rush.conference.pools[name] ?? name}`;
    const { body } = await rush.stage.api<Body>('GET', path, rush.staff);
    const { name: known, perOrganisation, ticketTypeIds, version } = body;
    const headers = { ...rush.staff, 'if-match': `"${version}"` };
    await ask(rush, 'limit', headers, 'PUT', path, { name: known, perOrganisation, ticketTypeIds, capacity });
  };
  while (!rush.isOver()) {
    const name = some(names) ?? '';
    await set(name, Math.max(1, Math.round((usual[name] ?? 0) * (0.5 + Math.random()))));
    await wait(Math.random() * 150);
  }
  for (const name of names) await set(name, usual[name] ?? 0);
}

const app = 'conference-registration';

/** What goes by the clock, as if it were much later: offers expire, holds are given back, the line is walked. */
export async function letTimePass({ stage, conference, isOver }: Rush): Promise<void> {
  while (!isOver()) {
    await stage.query(
      `UPDATE offers SET answer_until = now() - interval '1 second'
       WHERE conference_id = $1 AND status = 'open' AND random() < 0.15`,
      [conference.id],
    );
    await cleanUp(stage);
    await wait(Math.random() * 200);
  }
}

export async function cleanUp({ system }: ConferenceStage): Promise<void> {
  await runDue(system, app, 'walk-waiting-lists');
  await runDue(system, app, 'expire-holds');
}
