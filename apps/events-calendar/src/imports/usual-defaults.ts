import { homeZone } from '../events/domain/zones.js';
import type { ImportDefaults } from './domain/import-row.js';

/** What is taken where neither a file nor whoever imports it says anything: the careful choice of each. */
export const usualDefaults: ImportDefaults = {
  kind: 'meeting',
  format: 'in person',
  audience: 'members',
  zone: homeZone,
  status: 'draft',
};
