import type { z } from 'zod';
import type { Traveller } from '../domain/traveller.js';
import type { travellerOutput } from './traveller.schema.js';

/** What everybody who may read of a traveller reads. */
export const factsOf = ({
  id,
  number,
  part,
  name,
  organisationName,
  countsAs,
  funded,
  status,
  version,
}: Traveller) => ({
  id,
  number,
  part,
  name,
  organisationName,
  countsAs,
  funded,
  status,
  version,
});

/** A traveller as staff read them. */
export const travellerJson = (traveller: Traveller): z.output<typeof travellerOutput> => ({
  ...factsOf(traveller),
  email: traveller.email,
  phone: traveller.phone,
  jobTitle: traveller.jobTitle,
  replaces: traveller.replaces,
});
