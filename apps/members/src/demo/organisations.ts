import { readFileSync } from 'node:fs';
import { parse } from 'csv-parse/sync';
import { Temporal } from 'temporal-polyfill';
import type { EntityManager } from 'typeorm';
import { z } from 'zod';
import { demonstrationDomain, demonstrationId, type Actor } from '#platform';
import { homeDay } from '../domain/home-day.js';
import { membershipSoFar } from '../organisations/domain/membership.js';
import { categories, type Organisation } from '../organisations/domain/organisation.js';
import type { OrganisationsRepository } from '../organisations/organisations.repository.js';

const lines = z.array(
  z.object({
    name: z.string().min(1),
    category: z.enum(categories),
    kind: z.string().min(1),
    since: z.iso.date().or(z.literal('')),
  }),
);

/** Councils of the demonstration that want a purchase order's number on invoices. Which do is made up. */
const wantOrders: ReadonlySet<string> = new Set([
  'Bristol City Council',
  'Lambeth Council',
  'Oldham Council',
  'Rochdale Metropolitan Borough Council',
]);

/**
 * Writes the network's real member organisations. Of them only what the network has published is stated; their domains, and
 * which of them want purchase orders, are made up.
 *
 * @returns what was written
 */
export async function loadOrganisations(
  manager: EntityManager,
  organisations: OrganisationsRepository,
  actor: Actor,
): Promise<readonly Organisation[]> {
  const file = readFileSync(new URL('organisations.csv', import.meta.url), 'utf8');
  const now = Temporal.Now.instant();
  const loaded = lines
    .parse(parse(file, { columns: true }))
    .map(({ name, category, kind, since }): Organisation => ({
      id: demonstrationId('organisation', name),
      name,
      category,
      kind,
      status: 'member',
      statusReason: null,
      joinedOn: since === '' ? null : since,
      leftOn: null,
      discount: null,
      billingAddress: null,
      invoiceEmail: null,
      purchaseOrderRequired: wantOrders.has(name),
      accountableBodyReference: null,
      staffNotes: null,
      domains: [demonstrationDomain(name)],
      version: 1,
      createdAt: now,
      changedAt: now,
    }));
  await organisations.add(
    manager,
    loaded.map((organisation) => ({
      organisation,
      revision: { actor, action: 'created', changes: [] },
      memberships: membershipSoFar(organisation, homeDay(now)),
    })),
  );
  return loaded;
}
