import { dateNames } from '#ui';

/** The controls of what an organisation's record says, in the order of the page. Nothing else that is sent is looked at. */
export const detailNames: readonly string[] = [
  'name',
  'kind',
  ...dateNames('joinedOn'),
  ...dateNames('leftOn'),
  'domains',
  'billingAddress',
  'invoiceEmail',
  'purchaseOrderRequired',
  'accountableBodyReference',
  'discount.percent',
  'discount.reason',
  ...dateNames('discount.endsOn'),
  'staffNotes',
];

/** The same of a new organisation, whose category and status are asked for as well. */
export const newNames: readonly string[] = ['name', 'category', 'status', ...detailNames.slice(1)];

/** The controls that a step to another category or status asks for. */
export const stepNames: readonly string[] = ['category', ...dateNames('on'), 'reason'];
