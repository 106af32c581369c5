import { codeIsFor, type Catalogue, type Code, type TicketType } from '../../catalogue/domain/catalogue.js';
import type { QuotedLine } from '../../pricing/domain/quote.js';
import {
  allocationKey,
  codeKey,
  keyOf,
  poolKeys,
  type CountKey,
  type Counts,
  type PlaceStatus,
} from './limits.js';
import { whyNotSold, whyShut } from './on-sale.js';
import { priceSlots, unpriced, type Slot } from './price-slots.js';
import type { Refusal } from './refusal.js';
import type { KeptPlace, Taking, Wanted } from './wanted.js';

/** A place as it will be. */
export interface TakenPlace {
  readonly ticketTypeId: string;
  readonly delegateId: string | null;
  readonly status: PlaceStatus;
  /** The place that becomes this one; `null`: it is a new one. */
  readonly from: KeptPlace | null;
  /** What it takes something from, what it had taken before included. */
  readonly keys: readonly CountKey[];
  readonly codeId: string | null;
  readonly allocationId: string | null;
  readonly netPence: number;
  readonly vatBasisPoints: number;
}

/** A limit that staff went over. */
export interface Overrun {
  readonly what: string;
  /** By how many places. */
  readonly by: number;
}

export type Decision =
  | {
      readonly ok: true;
      readonly places: readonly TakenPlace[];
      /** How much more each limit has given out, by its key. */
      readonly more: ReadonlyMap<string, { readonly key: CountKey; readonly places: number }>;
      readonly overruns: readonly Overrun[];
    }
  | { readonly ok: false; readonly refusal: Refusal };

/** The delegates who wait to be accepted: those with a ticket that needs it. */
function applicants(catalogue: Catalogue, wanted: readonly Wanted[]): ReadonlySet<string> {
  return new Set(
    wanted.flatMap(({ ticketTypeId, delegateId, takesUp }) =>
      delegateId !== null && takesUp === undefined && catalogue.ticketType.get(ticketTypeId)?.needsApproval
        ? [delegateId]
        : [],
    ),
  );
}

/**
 * Decides whether places can be had, all of them or none, and what each will cost.
 *
 * @param kept places that are to become some of them: applications that are accepted, and what a code or an offer keeps
 * @throws RangeError for a ticket type that the conference does not have
 */
export function decide(
  catalogue: Catalogue,
  taking: Taking,
  wanted: readonly Wanted[],
  counts: Counts,
  kept: readonly KeptPlace[],
): Decision {
  const shut = taking.isNew && !taking.isOver ? whyShut(catalogue.conference, taking.now) : null;
  if (shut) return { ok: false, refusal: shut };
  const applying = taking.status === 'held' ? applicants(catalogue, wanted) : new Set<string>();
  const waiting = [...kept];
  const slots: Slot[] = [];
  for (const one of wanted) {
    const ticketType = catalogue.ticketType.get(one.ticketTypeId);
    if (ticketType === undefined) {
      throw new RangeError(`${catalogue.conference.slug} has no ticket type ${one.ticketTypeId}`);
    }
    const applies = one.applies === true || (one.delegateId !== null && applying.has(one.delegateId));
    const slot = {
      wanted: one,
      ticketType,
      applies,
      from: applies ? null : takeFrom(waiting, one, ticketType, taking),
    };
    const refusal = whyNotFor(slot, taking);
    if (refusal) return { ok: false, refusal };
    slots.push(slot);
  }
  const short = keptTooFew(slots, taking, kept);
  if (short) return { ok: false, refusal: short };
  const priced = priceSlots(catalogue, taking, slots, counts);
  if ('refusal' in priced) return { ok: false, refusal: priced.refusal };
  return settle(catalogue, taking, slots, priced.lines, counts);
}

function takeFrom(
  waiting: KeptPlace[],
  one: Wanted,
  ticketType: TicketType,
  taking: Taking,
): KeptPlace | null {
  const index = waiting.findIndex((place) =>
    one.takesUp === undefined
      ? place.status !== 'applied' &&
        place.ticketTypeId === ticketType.id &&
        (place.status === 'offered' || (taking.code !== null && codeIsFor(taking.code, ticketType)))
      : place.id === one.takesUp,
  );
  return index === -1 ? null : (waiting.splice(index, 1)[0] ?? null);
}

function whyNotFor({ ticketType, from }: Slot, { code, now, isOver, status }: Taking): Refusal | null {
  if (isOver || from?.status === 'offered' || from?.status === 'applied' || status === 'reserved')
    return null;
  return whyNotSold(ticketType, code, now);
}

/** A code that keeps places gives those alone. */
function keptTooFew(
  slots: readonly Slot[],
  { code, status }: Taking,
  kept: readonly KeptPlace[],
): Refusal | null {
  if (!code?.reserves || status === 'reserved' || status === 'offered') return null;
  const wanting = slots.filter(
    ({ ticketType, applies, from }) =>
      !applies && codeIsFor(code, ticketType) && (from === null || from.status === 'reserved'),
  );
  if (wanting.every(({ from }) => from !== null)) return null;
  const left = kept.filter((place) => place.status === 'reserved').length;
  return { code: 'code-used', typed: code, left, wanted: wanting.length };
}

function settle(
  catalogue: Catalogue,
  taking: Taking,
  slots: readonly Slot[],
  lines: readonly QuotedLine[],
  counts: Counts,
): Decision {
  const more = new Map<string, Needed>();
  const places = slots.map((slot, index) => {
    const place = placeOf(slot, lines[index] ?? unpriced, taking);
    for (const key of slot.applies ? [] : place.keys) {
      const name = keyOf(key);
      const count = counts.get(name);
      // What it has taken already, as a place that was kept, it does not take again.
      if (count && slot.from?.countIds.includes(count.id)) continue;
      const before = more.get(name);
      more.set(name, {
        key,
        places: (before?.places ?? 0) + 1,
        waits: (before?.waits ?? false) || slot.from === null,
      });
    }
    return place;
  });
  const overruns: Overrun[] = [];
  for (const needed of more.values()) {
    const found = whyTooMany(catalogue, taking, needed, counts);
    if (found === null) continue;
    if (!taking.isOver) return { ok: false, refusal: found.refusal };
    overruns.push({ what: found.what, by: found.by });
  }
  return { ok: true, places, more, overruns };
}

interface Needed {
  readonly key: CountKey;
  readonly places: number;
  /** Some are for somebody who would have to stand in line behind those who wait. */
  readonly waits: boolean;
}

function placeOf(
  { wanted, ticketType, applies, from }: Slot,
  line: Pick<QuotedLine, 'allocationId' | 'usesCode' | 'netPence'>,
  taking: Taking,
): TakenPlace {
  const { allocationId, usesCode, netPence } = line;
  const { code, status } = taking;
  const keys = [
    ...poolKeys(ticketType, taking.organisationKey),
    ...(allocationId === null ? [] : [allocationKey(allocationId, taking.organisationKey)]),
    ...(usesCode && code ? [codeKey(code.id)] : []),
  ];
  return {
    ticketTypeId: ticketType.id,
    delegateId: wanted.delegateId,
    status: applies ? 'applied' : status,
    from,
    keys,
    codeId: code !== null && (usesCode || status === 'reserved') ? code.id : null,
    allocationId,
    netPence,
    vatBasisPoints: ticketType.vatBasisPoints,
  };
}

/** Whether a limit has too few left, or people who come first. */
function whyTooMany(
  catalogue: Catalogue,
  { code, status, stood }: Taking,
  { key, places, waits }: Needed,
  counts: Counts,
): { readonly refusal: Refusal; readonly what: string; readonly by: number } | null {
  const count = counts.get(keyOf(key));
  const taken = count?.taken ?? 0;
  const limit = limitOf(catalogue, key, code);
  if (limit === null) return null;
  if (count && taken + places <= (stood?.get(count.id) ?? 0)) return null;
  const isQueued = waits && status !== 'offered' && (count?.queued ?? 0) > 0;
  const by = taken + places - limit.capacity;
  if (!isQueued && by <= 0) return null;
  const left = Math.max(0, limit.capacity - taken);
  const refusal = isQueued
    ? ({ code: 'queue-first', what: limit.what } as const)
    : limit.refusal(left, places);
  return { refusal, what: limit.what, by: Math.max(0, by) };
}

interface Limit {
  readonly what: string;
  readonly capacity: number;
  refusal(this: void, left: number, wanted: number): Refusal;
}

function limitOf({ pools }: Catalogue, { kind, subjectId }: CountKey, typed: Code | null): Limit | null {
  if (kind === 'code' && typed !== null && typed.uses !== null) {
    return {
      what: typed.code,
      capacity: typed.uses,
      refusal: (left, wanted) => ({ code: 'code-used', typed, left, wanted }),
    };
  }
  const pool = pools.find(({ id }) => id === subjectId);
  if (kind !== 'pool' || pool === undefined) return null;
  const code = pool.perOrganisation ? 'organisation-limit' : 'sold-out';
  return {
    what: pool.name,
    capacity: pool.capacity,
    refusal: (left, wanted) => ({ code, pool, left, wanted }),
  };
}
