import { peopleAccess } from '#people';
import type { AccessTable } from '#platform';
import { mailTemplatesAccess } from './mail-templates/access.js';
import { messagesAccess } from './messages/access.js';
import { openApiAccess } from './openapi/access.js';
import { rotaProblemsAccess } from './rota/problems/access.js';
import { stockAccess } from './stock/access.js';
import { passAccess } from './passes/access.js';
import { teamAccess } from './team/access.js';

/** Every address of the stands and who may use it; each feature says its own in `<feature>/access.ts`. */
export const access: AccessTable = {
  'GET /stands/assets/:name': 'everyone',
  ...openApiAccess,
  ...peopleAccess,
  ...mailTemplatesAccess,
  ...messagesAccess,
  ...rotaProblemsAccess,
  ...stockAccess,
  ...teamAccess,
  ...passAccess,
};
