import { mailTemplatesAccess, messagesAccess } from '#messaging';
import { peopleAccess } from '#people';
import type { AccessTable } from '#platform';
import { offersAccess } from './offers/access.js';
import { selectionAccess } from './selection/access.js';
import { openApiAccess } from './openapi/access.js';
import { visitsAccess } from './visits/access.js';
import { applicationsAccess } from './applications/access.js';
import { secretsAccess } from './secrets/access.js';
import { hostsAccess } from './hosts/access.js';

/** Every address of the visits and who may use it; each feature says its own in `<feature>/access.ts`. */
export const access: AccessTable = {
  'GET /visits/assets/:name': 'everyone',
  ...openApiAccess,
  ...visitsAccess,
  ...applicationsAccess,
  ...secretsAccess,
  ...hostsAccess,
  ...selectionAccess,
  ...offersAccess,
  ...peopleAccess,
  ...mailTemplatesAccess,
  ...messagesAccess,
};
