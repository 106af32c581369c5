import { readHeader, type Header } from '#csv';

/** Every column that a file of organisations may have, in the order in which it is written. */
export const organisationColumns = [
  'id',
  'name',
  'category',
  'kind',
  'status',
  'reason',
  'joined',
  'left',
  'discount_percent',
  'discount_reason',
  'discount_ends',
  'invoice_email',
  'billing_address',
  'purchase_order_required',
  'reference',
  'domains',
  'notes',
] as const;
export type OrganisationColumn = (typeof organisationColumns)[number];

export type OrganisationHeader = Header<OrganisationColumn>;

/** What else people call them; capitals, blanks, hyphens and underscores do not matter. */
const alsoCalled: Readonly<Record<string, OrganisationColumn>> = {
  organisation: 'name',
  organization: 'name',
  organisationname: 'name',
  organizationname: 'name',
  member: 'name',
  membername: 'name',
  council: 'name',
  membership: 'category',
  membershipcategory: 'category',
  membershiptype: 'category',
  type: 'kind',
  membershipstatus: 'status',
  statusreason: 'reason',
  since: 'joined',
  joinedon: 'joined',
  datejoined: 'joined',
  joiningdate: 'joined',
  membersince: 'joined',
  lefton: 'left',
  dateleft: 'left',
  leavingdate: 'left',
  discount: 'discount_percent',
  discountpercentage: 'discount_percent',
  discountends: 'discount_ends',
  discountendson: 'discount_ends',
  discountuntil: 'discount_ends',
  email: 'invoice_email',
  billingemail: 'invoice_email',
  emailforinvoices: 'invoice_email',
  address: 'billing_address',
  invoiceaddress: 'billing_address',
  purchaseorder: 'purchase_order_required',
  porequired: 'purchase_order_required',
  ponumberrequired: 'purchase_order_required',
  accountablebodyreference: 'reference',
  ref: 'reference',
  customernumber: 'reference',
  domain: 'domains',
  emaildomains: 'domains',
  note: 'notes',
  staffnotes: 'notes',
};

/** The first row of a file of organisations. */
export const readOrganisationHeader = (cells: readonly string[]): OrganisationHeader =>
  readHeader(cells, {
    known: organisationColumns,
    needed: ['name'],
    alsoCalled,
    owner: 'The list of members',
  });
