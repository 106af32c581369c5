import { randomUUID } from 'node:crypto';
import pg from 'pg';
import type { DataSource } from 'typeorm';
import type { AppName, MessageType, PayloadOf } from '#contracts';
import type { System } from '#launcher';
import { Outbox } from '#messaging';
import { createDataSource } from '../../../apps/members/src/data-source.js';

export type Told = PayloadOf<'members.person-changed.v1'>;
export type ToldOrganisation = PayloadOf<'members.organisation-changed.v1'>;

/** An app, as far as it sends messages: they go through its own outbox, relay and queue. */
export interface Telling {
  /** Sends a message of the app and waits until the app has handled it. @returns its id */
  tell<Type extends MessageType>(
    this: void,
    type: Type,
    version: number,
    payload: PayloadOf<Type>,
  ): Promise<string>;
  /** Waits for something to be true. */
  until(this: void, what: string, isTrue: () => Promise<boolean>): Promise<void>;
  /** Asks the app's own database. */
  query<Row>(this: void, sql: string, values?: readonly unknown[]): Promise<Row[]>;
  stop(this: void): Promise<void>;
}

/** How long a message may take on its way, in milliseconds; machines that run tests are busy. */
const longest = 60_000;

/** Who tells: an app that runs, and its data source. */
export interface Teller {
  readonly app: AppName;
  readonly createDataSource: (databaseUrl: string) => DataSource;
}

const members: Teller = { app: 'members', createDataSource };

/** @param app that is told */
export async function startTelling(
  system: System,
  app = 'events-calendar',
  by: Teller = members,
): Promise<Telling> {
  const source = await by.createDataSource(system.databaseUrl(by.app)).initialize();
  const told = new pg.Client({ connectionString: system.databaseUrl(app) });
  await told.connect();
  const outbox = new Outbox(by.app);
  const query: Telling['query'] = async <Row>(sql: string, values: readonly unknown[] = []) =>
    (await told.query(sql, [...values])).rows as Row[];
  const until: Telling['until'] = async (what, isTrue) => {
    const end = Date.now() + longest;
    while (!(await isTrue())) {
      if (Date.now() > end) throw new Error(`waited in vain: ${what}`);
      await new Promise((resolve) => setTimeout(resolve, 20));
    }
  };
  return {
    query,
    until,
    tell: async (type, version, payload) => {
      const about = payload as { id?: string; organisationId?: string; travellerId?: string };
      const id = await source.transaction((manager) =>
        outbox.add(manager, {
          type,
          aggregate: { id: about.id ?? about.organisationId ?? about.travellerId ?? '', version },
          correlationId: randomUUID(),
          payload,
        }),
      );
      const handled = async () => (await query('SELECT FROM inbox WHERE message_id = $1', [id])).length === 1;
      await until(`${type} to be handled`, handled);
      return id;
    },
    stop: async () => {
      await told.end();
      await source.destroy();
    },
  };
}

/** A person without anything, and what a test wants to be different. */
export const person = (different: Partial<Told> = {}): Told => ({
  id: randomUUID(),
  name: 'Ann Example',
  preferredName: null,
  pronouns: null,
  email: 'ann@example.org',
  phone: null,
  jobTitle: null,
  roles: [],
  affiliations: [],
  seats: [],
  mergedInto: null,
  ...different,
});

export const organisation = (different: Partial<ToldOrganisation> = {}): ToldOrganisation => ({
  id: randomUUID(),
  name: 'Example Council',
  category: 'full',
  kind: 'council',
  status: 'member',
  joinedOn: '2020-08-01',
  leftOn: null,
  discount: null,
  billingAddress: null,
  invoiceEmail: null,
  purchaseOrderRequired: false,
  accountableBodyReference: null,
  domains: [],
  ...different,
});

export const officerAt = (...organisationIds: readonly string[]): Told['affiliations'] =>
  organisationIds.map((organisationId) => ({ organisationId, role: 'officer', isBookingContact: false }));

export const oversight = 'executive-oversight-committee';

/** A seat on the Executive Oversight Committee; days as `2027-03-31`. */
export const seat = (startsOn: string, endsOn: string | null, board = oversight): Told['seats'][number] => ({
  board,
  boardName: board === oversight ? 'Executive Oversight Committee' : 'Values & Principles Board',
  position: null,
  startsOn,
  endsOn,
});
