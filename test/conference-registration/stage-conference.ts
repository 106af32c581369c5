import { randomUUID } from 'node:crypto';

/** A ticket or an add-on; whatever is not said is plain: £195 for everybody, 20 % VAT. */
export interface TicketSetUp {
  readonly kind?: 'ticket' | 'add-on';
  /** Pence by category, or for all; `{}`: it cannot be bought. */
  readonly price?: number | Readonly<Record<string, number>>;
  /** Early prices: by category, with their last day. */
  readonly early?: readonly { readonly category: string; readonly until: string; readonly pence: number }[];
  readonly vatBasisPoints?: number;
  readonly hidden?: boolean;
  readonly least?: number;
  readonly most?: number | null;
  readonly needsApproval?: boolean;
  readonly onSaleFrom?: string | null;
  readonly onSaleUntil?: string | null;
}

export interface PoolSetUp {
  readonly capacity: number;
  /** Names of tickets; default: all. */
  readonly tickets?: readonly string[];
  readonly perOrganisation?: boolean;
}

export interface CodeSetUp {
  readonly tickets?: readonly string[];
  readonly priceChange?: object | null;
  readonly uses?: number | null;
  readonly expiresAt?: string | null;
  readonly organisationId?: string | null;
}

/** What a conference offers, by the names of things. */
export interface ConferenceSetUp {
  readonly tickets: Readonly<Record<string, TicketSetUp>>;
  readonly pools?: Readonly<Record<string, PoolSetUp>>;
  readonly codes?: Readonly<Record<string, CodeSetUp>>;
  readonly allocations?: readonly {
    readonly ticket: string;
    readonly places: number;
    readonly category?: string;
    readonly organisationId?: string;
  }[];
  /** Columns of the conference's own row. */
  readonly columns?: Readonly<Record<string, unknown>>;
}

/** A conference, with the ids of what it offers by their names. */
export interface StagedConference {
  readonly id: string;
  readonly slug: string;
  readonly tickets: Readonly<Record<string, string>>;
  readonly pools: Readonly<Record<string, string>>;
  readonly codes: Readonly<Record<string, string>>;
}

/** Asks the app's own tables. */
export type Query = <Row>(sql: string, values?: readonly unknown[]) => Promise<Row[]>;

const categories = ['full', 'associate', 'affiliate', 'supporter', 'non-member'];

async function insert(query: Query, table: string, row: Readonly<Record<string, unknown>>): Promise<void> {
  const names = Object.keys(row);
  await query(
    `INSERT INTO ${table} (${names.join(', ')}) VALUES (${names.map((_, index) => `$${index + 1}`).join(', ')})`,
    Object.values(row),
  );
}

/** Writes an open conference straight into the tables. */
export async function stageConference(query: Query, setUp: ConferenceSetUp): Promise<StagedConference> {
  const id = randomUUID();
  const slug = `conference-${id.slice(0, 8)}`;
  await insert(query, 'conferences', {
    id,
    slug,
    title: 'Annual Conference',
    first_day: '2035-10-09',
    last_day: '2035-10-10',
    zone: 'Europe/London',
    summary: 'Two days together.',
    description: 'Two days together.',
    contact_email: 'conference@example.org',
    terms: 'Be kind.',
    payment_days: 30,
    offer_working_days: 2,
    status: 'open',
    version: 1,
    created_at: new Date(),
    changed_at: new Date(),
    ...setUp.columns,
  });
  const tickets = await named(setUp.tickets, (name, ticket, ticketId, position) =>
    stageTicket(query, id, name, ticket, ticketId, position),
  );
  const idsOf = (names: readonly string[]) => names.map((name) => tickets[name]);
  const pools = await named(setUp.pools ?? {}, (name, pool, poolId, position) =>
    insert(query, 'pools', {
      id: poolId,
      conference_id: id,
      position,
      name,
      capacity: pool.capacity,
      per_organisation: pool.perOrganisation ?? false,
      ticket_type_ids: idsOf(pool.tickets ?? Object.keys(setUp.tickets)),
    }),
  );
  const codes = await named(setUp.codes ?? {}, (name, code, codeId) =>
    insert(query, 'codes', {
      id: codeId,
      conference_id: id,
      code: name,
      note: '',
      price_change: code.priceChange ?? null,
      reserves: false,
      uses: code.uses ?? null,
      expires_at: code.expiresAt ?? null,
      organisation_id: code.organisationId ?? null,
      ticket_type_ids: idsOf(code.tickets ?? []),
      created_at: new Date(),
    }),
  );
  for (const { ticket, places, category, organisationId } of setUp.allocations ?? []) {
    await insert(query, 'free_allocations', {
      id: randomUUID(),
      conference_id: id,
      ticket_type_id: tickets[ticket],
      category: category ?? null,
      organisation_id: organisationId ?? null,
      places,
    });
  }
  return { id, slug, tickets, pools, codes };
}

async function named<SetUp>(
  setUps: Readonly<Record<string, SetUp>>,
  write: (name: string, setUp: SetUp, id: string, position: number) => Promise<void>,
): Promise<Record<string, string>> {
  const ids: Record<string, string> = {};
  for (const [index, [name, setUp]] of Object.entries(setUps).entries()) {
    const id = randomUUID();
    await write(name, setUp, id, index + 1);
    ids[name] = id;
  }
  return ids;
}

async function stageTicket(
  query: Query,
  conferenceId: string,
  name: string,
  ticket: TicketSetUp,
  id: string,
  position: number,
): Promise<void> {
  await insert(query, 'ticket_types', {
    id,
    conference_id: conferenceId,
    position,
    kind: ticket.kind ?? 'ticket',
    name,
    description: '',
    format: 'in-person',
    vat_basis_points: ticket.vatBasisPoints ?? 2000,
    hidden: ticket.hidden ?? false,
    least: ticket.least ?? 0,
    most: ticket.most ?? null,
    needs_approval: ticket.needsApproval ?? false,
    on_sale_from: ticket.onSaleFrom ?? null,
    on_sale_until: ticket.onSaleUntil ?? null,
  });
  const { price = 19_500, early = [] } = ticket;
  const prices =
    typeof price === 'number' ? Object.fromEntries(categories.map((category) => [category, price])) : price;
  for (const [category, pence] of Object.entries(prices)) {
    await insert(query, 'prices', { ticket_type_id: id, category, pence });
  }
  for (const { category, until, pence } of early) {
    await insert(query, 'prices', { ticket_type_id: id, category, until, pence });
  }
}
