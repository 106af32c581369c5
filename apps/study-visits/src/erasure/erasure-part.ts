import type { EntityManager } from 'typeorm';

/** Something that is erased 30 days after a visit, besides what is kept sealed. Each feature says its own. */
export interface ErasurePart {
  /** What the certificate counts it by; it stays the same. */
  readonly key: string;
  /** "Booking references of journeys" */
  readonly title: string;
  /** Erases it, within the visit’s lock. @returns how many there were */
  erase(manager: EntityManager, visitId: string): Promise<number>;
}

/** Something of a visit that stays, for a reason that the certificate gives. */
export interface KeptPart {
  readonly key: string;
  readonly title: string;
  /** Why it stays, and for how long. */
  readonly why: string;
  /** How many there are. */
  count(manager: EntityManager, visitId: string): Promise<number>;
}

/** The number that a query gives as `n`; `$1` is the visit. */
export async function countOf(manager: EntityManager, query: string, visitId: string): Promise<number> {
  const [row]: { n: number }[] = await manager.query(query, [visitId]);
  return row?.n ?? 0;
}

/** How many rows a change or a deletion concerned; `$1` is the visit. */
export async function changedBy(manager: EntityManager, query: string, visitId: string): Promise<number> {
  const [, rows]: [unknown, number] = await manager.query(query, [visitId]);
  return rows;
}
