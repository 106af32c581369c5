import { allocationsApi } from '../../allocations/api/allocation-paths.js';
import { codesApi } from '../../codes/api/code-paths.js';
import type { ApiPart } from '../../openapi/api-part.js';
import { poolsApi } from '../../pools/api/pool-paths.js';
import { questionsApi } from '../../questions/set-up/api/question-paths.js';
import { ticketsApi } from '../../tickets/api/ticket-paths.js';

/** What programs can set up of what a conference offers. */
export const settingUpApi: readonly ApiPart[] = [
  ticketsApi,
  allocationsApi,
  poolsApi,
  codesApi,
  questionsApi,
];
