import type { EntityManager } from 'typeorm';
import { inTurns } from '#imports';
import type { Organisation } from '../../domain/organisation.js';
import type { MembershipsRepository } from '../../memberships.repository.js';
import type { OrganisationsRepository } from '../../organisations.repository.js';
import { domainsIn } from '../domain/read-organisations.js';
import { KnownNames, type Identified } from './known-names.js';
import type { At } from './plan-row.js';
import { Plans, type DecidedRow, type PlannedRow } from './plans.js';
import { TakenDomains } from './taken-domains.js';

export interface PlanOptions {
  readonly organisations: OrganisationsRepository;
  readonly memberships: MembershipsRepository;
  readonly at: At;
  /** Whether to keep the organisations that there are from being changed until the transaction ends. */
  readonly lock?: boolean;
}

/** How many organisations are read at once. */
const chunk = 200;

/** What an import of these rows does, compared with what is on record. */
export async function planRows(
  manager: EntityManager,
  rows: readonly DecidedRow[],
  { organisations, memberships, at, lock = false }: PlanOptions,
): Promise<PlannedRow[]> {
  const names = await KnownNames.load(manager);
  const identified = await inTurns(rows, ({ cells }) => names.identify(cells));
  const ids = [...new Set(identified.flatMap((each) => idOf(each) ?? []))];
  if (lock) {
    // In one order, so that two who lock do not wait for each other.
    await manager.query('SELECT 1 FROM organisations WHERE id = ANY($1) ORDER BY id FOR UPDATE', [ids]);
  }
  const existing = new Map<string, Organisation>();
  for (let from = 0; from < ids.length; from += chunk) {
    const some = await organisations.findAll(ids.slice(from, from + chunk), manager);
    for (const organisation of some) existing.set(organisation.id, organisation);
  }
  const domains = rows.flatMap(({ cells }) => domainsIn(cells.domains ?? ''));
  const taken = new TakenDomains(await organisations.ownersOf(domains, manager));
  const plans = new Plans({
    names,
    existing,
    taken,
    leftBefore: await memberships.leftBefore(manager, ids),
    at,
  });
  let next = 0;
  return inTurns(rows, (row) => plans.next(row, identified[next++] ?? { by: 'nothing' }));
}

const idOf = (identified: Identified): string | null =>
  identified.by === 'likeness'
    ? identified.alike.id
    : identified.by === 'nothing'
      ? null
      : identified.known.id;
