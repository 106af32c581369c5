import type { AccessTable } from '#platform';

/** Where the mailer asks for the templates. */
export const mailTemplatesAccess: AccessTable = { 'GET /internal/mail-templates': 'services' };
