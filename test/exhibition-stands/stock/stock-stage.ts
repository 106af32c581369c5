import { randomUUID } from 'node:crypto';
import type { StandsStage } from '../stage.js';
import { insert } from '../stage-exhibition.js';

type Query = StandsStage['query'];

/** A place of the stock; with an exhibition it is at that stand. */
export interface StagedPlace {
  readonly id: string;
  readonly code: string;
}

/** Writes an item straight into the tables. @returns its id */
export async function stageItem(
  query: Query,
  different: Readonly<Record<string, unknown>> = {},
): Promise<string> {
  const id = randomUUID();
  const name = `Case-studies packs ${id.slice(0, 6)}`;
  await insert(query, 'stock_items', { id, name, unit: 'pack', units: 'packs', version: 1, ...different });
  return id;
}

/** Writes a place straight into the tables. */
export async function stagePlace(
  query: Query,
  different: Readonly<Record<string, unknown>> = {},
): Promise<StagedPlace> {
  const id = randomUUID();
  const code = `B-${id.slice(0, 8).toUpperCase()}`;
  await insert(query, 'stock_places', {
    id,
    code,
    name: `Box ${code}`,
    kind: 'box',
    version: 1,
    ...different,
  });
  return { id, code };
}

/** Where what there is differs from the sum of the ledger, or is negative. */
export function faultsOfLedger(query: Query): Promise<object[]> {
  return query(`
    SELECT s.item_id, s.place_id, s.sum, l.quantity FROM (
      SELECT item_id, place_id, sum(change)::integer AS sum FROM (
        SELECT item_id, to_place_id AS place_id, quantity AS change FROM stock_movements WHERE to_place_id IS NOT NULL
        UNION ALL SELECT item_id, from_place_id, -quantity FROM stock_movements WHERE from_place_id IS NOT NULL) AS changes
      GROUP BY item_id, place_id) AS s
    FULL JOIN stock_levels l ON l.item_id = s.item_id AND l.place_id = s.place_id
    WHERE coalesce(s.sum, 0) IS DISTINCT FROM coalesce(l.quantity, 0) OR s.sum < 0 OR l.quantity < 0`);
}
