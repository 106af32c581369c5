import type { AccessTable } from '#platform';

/** Booking without an account. A link's secret says whose it is (`UseGuestLink`). */
export const guestsAccess: AccessTable = {
  'GET /conference/:slug/book/guest': 'everyone',
  'POST /conference/:slug/book/guest': 'everyone',
  'GET /conference/:slug/book/guest/asked': 'everyone',
  'GET /conference/guests/:secret': 'everyone',
  'POST /conference/guests/:secret': 'everyone',
};
