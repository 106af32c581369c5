import { stockApi } from '../stock/api/stock-paths.js';
import type { ApiPart } from './api-part.js';
import { rotaProblemsApi } from '../rota/problems/rota-problem-paths.js';

/** What each feature offers to programs, in the order of the description. */
export const apiParts: readonly ApiPart[] = [stockApi, rotaProblemsApi];
