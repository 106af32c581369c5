import { fileURLToPath } from 'node:url';
import { Islands } from '#ui';

/** Our pages’ scripts. */
export const islands = new Islands(
  fileURLToPath(new URL('../../islands/', import.meta.url)),
  '/visits/assets',
);
