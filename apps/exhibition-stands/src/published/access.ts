import type { AccessTable } from '#platform';
import { people, staff } from '../roles.js';

/** Publishing rotas, and what people see of them. Whoever has the secret of a volunteer's own link sees their shifts. */
export const publishedAccess: AccessTable = {
  'GET /stands/mine': people,
  'GET /stands/team/:secret/shifts.ics': 'everyone',
  'GET /stands/team/:secret/shifts/print': 'everyone',
  'GET /stands/manage/:id/rota/publish': staff,
  'POST /stands/manage/:id/rota/publish': staff,
  'GET /api/v1/exhibition-stands/exhibitions/:id/rota/publishing': staff,
  'GET /api/v1/exhibition-stands/exhibitions/:id/rota/published': staff,
  'POST /api/v1/exhibition-stands/exhibitions/:id/rota/published': staff,
  'GET /api/v1/exhibition-stands/exhibitions/:id/rota/current': staff,
  'GET /api/v1/exhibition-stands/my-shifts': people,
  'GET /api/v1/exhibition-stands/team-links/:secret/shifts': 'everyone',
};
