import { afterwardsApi } from '../afterwards/api/afterwards-paths.js';
import { dayApi } from '../day/api/day-paths.js';
import { publishedApi } from '../published/api/published-paths.js';
import { eventsApi } from '../events/api/event-paths.js';
import { visitorsApi } from '../visitors/api/visitor-paths.js';
import { draftApi } from '../board/api/draft-paths.js';
import { shiftsApi } from '../shifts/api/shift-paths.js';
import { stockApi } from '../stock/api/stock-paths.js';
import { exhibitionsApi } from '../exhibitions/api/exhibition-paths.js';
import { plansApi } from '../plans/api/plans-paths.js';
import { passApi } from '../passes/api/pass-paths.js';
import { swapsApi } from '../swaps/api/swap-paths.js';
import { teamApi } from '../team/api/team-paths.js';
import type { ApiPart } from './api-part.js';
import { rotaProblemsApi } from '../rota/problems/rota-problem-paths.js';

/** What each feature offers to programs, in the order of the description. */
export const apiParts: readonly ApiPart[] = [
  exhibitionsApi,
  plansApi,
  teamApi,
  passApi,
  shiftsApi,
  draftApi,
  stockApi,
  rotaProblemsApi,
  publishedApi,
  dayApi,
  swapsApi,
  eventsApi,
  visitorsApi,
  afterwardsApi,
];
