import { mailTemplatesAccess, messagesAccess } from '#messaging';
import { peopleAccess } from '#people';
import type { AccessTable } from '#platform';
import { openApiAccess } from './openapi/access.js';
import { visitsAccess } from './visits/access.js';
import { applicationsAccess } from './applications/access.js';
import { secretsAccess } from './secrets/access.js';

/** Every address of the visits and who may use it; each feature says its own in `<feature>/access.ts`. */
export const access: AccessTable = {
  'GET /visits/assets/:name': 'everyone',
  ...openApiAccess,
  ...visitsAccess,
  ...applicationsAccess,
  ...secretsAccess,
  ...peopleAccess,
  ...mailTemplatesAccess,
  ...messagesAccess,
};
