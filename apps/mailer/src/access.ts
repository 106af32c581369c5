import type { AccessTable, Role } from '#platform';

const staff: readonly Role[] = ['staff', 'admin'];

/** Every address of the mailer and who may use it. */
export const access: AccessTable = {
  'GET /mail': staff,
  'GET /mail/mails/:id': staff,
  'GET /mail/assets/:name': 'everyone',

  'GET /internal/held-on/:personId': 'services',
};
