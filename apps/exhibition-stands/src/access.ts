import { mailTemplatesAccess, messagesAccess } from '#messaging';
import { peopleAccess } from '#people';
import type { AccessTable } from '#platform';
import { afterwardsAccess } from './afterwards/access.js';
import { exhibitionsAccess } from './exhibitions/access.js';
import { eventsAccess } from './events/access.js';
import { visitorsAccess } from './visitors/access.js';
import { boardAccess } from './board/access.js';
import { dayAccess } from './day/access.js';
import { openApiAccess } from './openapi/access.js';
import { plansAccess } from './plans/access.js';
import { publishedAccess } from './published/access.js';
import { rotaProblemsAccess } from './rota/problems/access.js';
import { shiftsAccess } from './shifts/access.js';
import { stockAccess } from './stock/access.js';
import { swapsAccess } from './swaps/access.js';
import { passAccess } from './passes/access.js';
import { teamAccess } from './team/access.js';

/** Every address of the stands and who may use it; each feature says its own in `<feature>/access.ts`. */
export const access: AccessTable = {
  'GET /stands/assets/:name': 'everyone',
  ...openApiAccess,
  ...exhibitionsAccess,
  ...plansAccess,
  ...peopleAccess,
  ...mailTemplatesAccess,
  ...messagesAccess,
  ...rotaProblemsAccess,
  ...shiftsAccess,
  ...boardAccess,
  ...stockAccess,
  ...teamAccess,
  ...passAccess,
  ...publishedAccess,
  ...dayAccess,
  ...swapsAccess,
  ...eventsAccess,
  ...visitorsAccess,
  ...afterwardsAccess,
};
