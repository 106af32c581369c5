import { accepted } from '#checks';
import { Temporal } from 'temporal-polyfill';
import type { NewOrganisationInput } from '../create.js';
import type { Organisation } from '../organisation.js';

export const now = Temporal.Instant.from('2026-11-22T12:00:00Z');
export const at = { today: '2026-11-22', now };

export const sample: Organisation = {
  id: '01900000-0000-7000-8000-000000000001',
  name: 'Oldham Council',
  category: 'full',
  kind: 'council',
  status: 'member',
  statusReason: null,
  joinedOn: '2014-08-01',
  leftOn: null,
  discount: null,
  billingAddress: null,
  invoiceEmail: null,
  purchaseOrderRequired: false,
  accountableBodyReference: null,
  staffNotes: null,
  domains: ['oldham.gov.uk'],
  version: 1,
  createdAt: now,
  changedAt: now,
};

export const input: NewOrganisationInput = {
  name: 'Oldham Council',
  category: 'full',
  status: 'member',
  kind: 'council',
  joinedOn: accepted('2014-08-01'),
  leftOn: accepted(null),
  discount: null,
  billingAddress: null,
  invoiceEmail: null,
  purchaseOrderRequired: false,
  accountableBodyReference: null,
  staffNotes: null,
  domains: [],
};
