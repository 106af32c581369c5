import type { AccessTable } from '#platform';
import { allocationsAccess } from '../allocations/access.js';
import { codesAccess } from '../codes/access.js';
import { poolsAccess } from '../pools/access.js';
import { questionsAccess } from '../questions/set-up/access.js';
import { ticketsAccess } from '../tickets/access.js';

/** Setting up what a conference offers. */
export const settingUpAccess: AccessTable = {
  ...ticketsAccess,
  ...allocationsAccess,
  ...poolsAccess,
  ...codesAccess,
  ...questionsAccess,
};
