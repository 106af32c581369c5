import type { AccessTable } from '#platform';
import { people } from '../../roles.js';

/** The solver, for programs. */
export const rotaProblemsAccess: AccessTable = {
  'POST /api/v1/exhibition-stands/rota-problems': people,
};
