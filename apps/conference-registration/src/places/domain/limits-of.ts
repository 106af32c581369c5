import type { Catalogue } from '../../catalogue/domain/catalogue.js';
import { allocationsFor } from '../../pricing/domain/price.js';
import { allocationKey, codeKey, keyOf, poolKeys, type CountKey } from './limits.js';
import type { Taking, Wanted } from './wanted.js';

/** Every limit that may have a say in what is wanted: what has to be known before `decide`. */
export function limitsOf(catalogue: Catalogue, taking: Taking, wanted: readonly Wanted[]): CountKey[] {
  const keys = new Map<string, CountKey>();
  const add = (key: CountKey) => keys.set(keyOf(key), key);
  for (const id of new Set(wanted.map(({ ticketTypeId }) => ticketTypeId))) {
    const ticketType = catalogue.ticketType.get(id);
    if (ticketType === undefined) continue;
    for (const key of poolKeys(ticketType, taking.organisationKey)) add(key);
    for (const allocation of allocationsFor(ticketType, taking))
      add(allocationKey(allocation.id, taking.organisationKey));
  }
  if (taking.code) add(codeKey(taking.code.id));
  return [...keys.values()];
}
