import { z } from 'zod';
import { pageOf, paging } from '#platform';
import { knownKinds } from '../domain/kinds.js';
import { categories, statuses } from '../domain/organisation.js';

const category = z.enum(categories).meta({ id: 'Category' });
const status = z.enum(statuses).meta({
  id: 'MembershipStatus',
  description: 'Members are those that are `member`, `leaving` (until they have left) or `retained`.',
});

const optionalText = (description: string) => z.string().nullable().default(null).meta({ description });
const optionalDate = (description: string) =>
  z
    .string()
    .nullable()
    .default(null)
    .meta({ description, examples: ['2026-08-01'] });

const discountInput = z
  .strictObject({
    percent: z.int().meta({ description: '1 to 100.' }),
    reason: z.string(),
    endsOn: optionalDate('The last day; `null`: it has no end.'),
  })
  .meta({ id: 'DiscountInput' });

const details = {
  name: z.string().meta({ examples: ['Oldham Council'] }),
  kind: z.string().meta({ description: `Such as ${knownKinds.join(', ')}.` }),
  joinedOn: optionalDate('`null`: not known, or not yet.'),
  leftOn: optionalDate('While it is leaving the day on which it will have left.'),
  discount: discountInput.nullable().default(null),
  billingAddress: optionalText('Of several lines.'),
  invoiceEmail: optionalText('Where invoices go.'),
  purchaseOrderRequired: z.boolean().default(false),
  accountableBodyReference: optionalText('Under which the accountable body keeps it.'),
  staffNotes: optionalText('For staff alone.'),
  domains: z
    .array(z.string())
    .default([])
    .meta({ description: 'Of its people’s email addresses.', examples: [['oldham.gov.uk']] }),
};

export const organisationEdit = z.strictObject(details).meta({ id: 'OrganisationDetails' });

export const organisationInput = z
  .strictObject({ ...details, category, status: status.default('member') })
  .meta({ id: 'NewOrganisation' });

const step = {
  on: optionalDate('The day; `null`: today, but for `leaving`, of which the day has to be said.'),
  reason: z.string().default('').meta({ description: 'Kept in the history; needed for most changes.' }),
};
export const statusInput = z.strictObject({ status, ...step }).meta({ id: 'StatusChange' });
export const categoryInput = z.strictObject({ category, ...step }).meta({ id: 'CategoryChange' });

export const organisationOutput = z
  .strictObject({
    id: z.uuid(),
    name: z.string(),
    category,
    kind: z.string(),
    status,
    statusReason: z.string().nullable().meta({ description: 'Why it has that status.' }),
    joinedOn: z.iso.date().nullable(),
    leftOn: z.iso.date().nullable(),
    discount: z
      .strictObject({ percent: z.int(), reason: z.string(), endsOn: z.iso.date().nullable() })
      .meta({ id: 'Discount' })
      .nullable(),
    billingAddress: z.string().nullable(),
    invoiceEmail: z.string().nullable(),
    purchaseOrderRequired: z.boolean(),
    accountableBodyReference: z.string().nullable(),
    staffNotes: z.string().nullable(),
    domains: z.array(z.string()),
    version: z.int(),
    createdAt: z.iso.datetime(),
    changedAt: z.iso.datetime(),
  })
  .meta({ id: 'Organisation' });

export const organisationsQuery = z.strictObject({
  q: z
    .string()
    .optional()
    .meta({ description: 'Part of the name, of a domain or of the accountable body’s reference.' }),
  category: category.optional(),
  status: z
    .enum(['current', 'any', ...statuses])
    .default('current')
    .meta({ description: '`current`: whoever belongs to the network.' }),
  kind: z.string().optional(),
  ...paging,
});

const organisationRevision = z
  .strictObject({
    version: z.int(),
    at: z.iso.datetime(),
    actorId: z.uuid().nullable().meta({ description: '`null`: the system.' }),
    actorName: z.string().meta({ description: 'With whom they acted for, if for somebody.' }),
    action: z.enum(['created', 'edited', 'imported', 'category-changed', 'status-changed']),
    reason: z.string().nullable(),
    changes: z.array(z.strictObject({ field: z.string(), before: z.string(), after: z.string() })),
  })
  .meta({ id: 'OrganisationRevision' });

export const organisationsPage = pageOf(organisationOutput).meta({ id: 'Organisations' });
export const organisationHistory = z
  .strictObject({ items: z.array(organisationRevision) })
  .meta({ id: 'OrganisationHistory', description: 'All of it, the newest first.' });

export type OrganisationOutput = z.output<typeof organisationOutput>;
export type OrganisationEdit = z.output<typeof organisationEdit>;
export type OrganisationRevisionOutput = z.output<typeof organisationRevision>;
