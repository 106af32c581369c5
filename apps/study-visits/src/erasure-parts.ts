import type { ErasurePart, KeptPart } from './erasure/erasure-part.js';
import { keptOfVisits } from './erasure/kept.js';
import { keptOfExpenses } from './expenses/kept.js';
import { handoutsErasure } from './handouts/erasure.js';
import { papersErasure } from './papers/erasure.js';
import { roomsErasure } from './rooms/erasure.js';
import { travelErasure } from './travel/erasure.js';
import { headCountsErasure } from './head-counts/erasure.js';
import { travellersErasure } from './travellers/erasure.js';

/** What each feature erases 30 days after a visit, in the order of the certificate. */
export const erasureParts: readonly ErasurePart[] = [
  ...travelErasure,
  ...headCountsErasure,
  ...roomsErasure,
  ...papersErasure,
  ...handoutsErasure,
  ...travellersErasure,
];

/** What stays, and why. */
export const keptParts: readonly KeptPart[] = [...keptOfVisits, ...keptOfExpenses];
