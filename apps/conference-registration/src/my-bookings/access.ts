import type { AccessTable } from '#platform';
import { people } from '../roles.js';

export const myBookingsAccess: AccessTable = {
  'GET /conference/bookings': people,
};
