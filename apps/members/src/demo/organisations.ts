import { readFileSync } from 'node:fs';
import { parse } from 'csv-parse/sync';
import { Temporal } from 'temporal-polyfill';
import type { EntityManager } from 'typeorm';
import { z } from 'zod';
import { demonstrationId, type Actor } from '#platform';
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

/** The made-up domain of an organisation's people in the demonstration: `oldham-council.example.org` (RFC 2606 §3). */
export function demoDomain(name: string): string {
  const slug = name
    .normalize('NFKD')
    .toLowerCase()
    .replaceAll(/\p{M}/gu, '')
    .replaceAll(/[^a-z0-9]+/g, '-')
    .slice(0, 60)
    .replaceAll(/^-|-$/g, '');
  return `${slug}.example.org`;
}

/**
 * Writes the network's real member organisations. Of them only what the network has published is stated; their domains are
 * obviously made up.
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
      purchaseOrderRequired: false,
      accountableBodyReference: null,
      staffNotes: null,
      domains: [demoDomain(name)],
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
