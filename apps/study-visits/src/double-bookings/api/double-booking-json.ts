import type { z } from 'zod';
import type { Commitment } from '#commitments';
import type { otherCommitmentOutput } from './double-booking.schema.js';

/** Where somebody is to be at the same time, as programs read it. */
export const otherJson = ({ title, start, end }: Commitment): z.output<typeof otherCommitmentOutput> => ({
  title,
  start: start.toString(),
  end: end.toString(),
});
