import type { z } from 'zod';
import { instantOf } from '#platform';
import type { Transport } from '../carrying/read-transports.js';
import type { ReadCountResult } from '../counting/read-count.js';
import { isLow } from '../domain/forecast.js';
import type { PackingLine } from '../packing/read-packing.js';
import type { LedgerLine } from '../reading/read-ledger.js';
import type { StandStock } from '../reading/stock-on-stand.js';
import type { StockItemRow } from '../stock-item.entity.js';
import type { StockLevelRow } from '../stock-ledger.entity.js';
import type { StockPlaceRow } from '../stock-place.entity.js';
import type { OwnStand } from '../volunteers/own-stand.js';
import type { ownStockOutput } from './own-stock.schema.js';
import type {
  countOutput,
  itemOutput,
  movementOutput,
  packingOutput,
  placeOutput,
  standOutput,
  transportOutput,
} from './stock.schema.js';

const textOf = (at: Date): string => instantOf(at).toString();

export function itemJson(
  item: StockItemRow,
  levels: readonly StockLevelRow[],
  places: readonly StockPlaceRow[],
): z.output<typeof itemOutput> {
  const own = places.flatMap(({ id, code }) => {
    const level = levels.find(({ itemId, placeId }) => itemId === item.id && placeId === id);
    return level === undefined ? [] : [{ place: code, quantity: level.quantity }];
  });
  const remains = own.reduce((sum, { quantity }) => sum + quantity, 0);
  return { ...item, remains, isLow: isLow(remains, item.reorderLevel), levels: own };
}

export const placeJson = (
  { id, code, name, kind, exhibitionId, note, version }: StockPlaceRow,
  levels: readonly StockLevelRow[],
): z.output<typeof placeOutput> => ({
  code,
  name,
  kind,
  exhibitionId,
  note,
  version,
  levels: levels
    .filter(({ placeId }) => placeId === id)
    .map(({ itemId, quantity }) => ({ itemId, quantity })),
});

export const movementJson = (line: LedgerLine): z.output<typeof movementOutput> => ({
  id: line.id,
  kind: line.kind,
  at: textOf(line.at),
  itemId: line.itemId,
  from: line.fromCode,
  to: line.toCode,
  quantity: line.quantity,
  corrects: line.corrects,
  note: line.note,
  by: line.by,
});

export const countJson = ({ act, place, lines }: ReadCountResult): z.output<typeof countOutput> => ({
  id: act.id,
  place: place.code,
  at: textOf(act.at),
  by: act.byName,
  counts: lines.map(({ itemId, known, counted }) => ({ itemId, known, counted })),
});

/** How many there are is not among it, so that what is there is counted. */
export const ownStockJson = ({ places }: Pick<OwnStand, 'places'>): z.output<typeof ownStockOutput> => ({
  places: places.map(({ place: { code, name }, items }) => ({
    code,
    name,
    items: items.map(({ id, name: called, units }) => ({ id, name: called, units })),
  })),
});

export const transportJson = (transport: Transport): z.output<typeof transportOutput> => ({
  id: transport.id,
  from: transport.fromCode,
  to: transport.toCode,
  carrierName: transport.carrierName,
  carrierEmail: transport.carrierEmail,
  plannedAt: textOf(transport.plannedAt),
  doneAt: transport.doneAt && textOf(transport.doneAt),
  status: transport.status,
  exhibitionId: transport.exhibitionId,
  note: transport.note,
  items: transport.items.map(({ itemId, quantity }) => ({ itemId, quantity })),
});

export const packingJson = (lines: readonly PackingLine[]): z.output<typeof packingOutput> => ({
  items: lines.map(({ id, itemId, quantity, fromCode, intoCode, there, packedAt }) => ({
    id,
    itemId,
    quantity,
    from: fromCode,
    into: intoCode,
    there,
    packedAt: packedAt && textOf(packedAt),
  })),
});

export const standJson = (stock: readonly StandStock[]): z.output<typeof standOutput> => ({
  items: stock.map(({ item, brought, used, remains, forecast, words, isLow: low }) => ({
    itemId: item.id,
    name: item.name,
    brought,
    used,
    remains,
    runsOutAt: forecast.kind === 'runs-out' ? forecast.at.toString() : null,
    openDaysLeft: forecast.kind === 'runs-out' ? forecast.openDays : null,
    forecast: words,
    isLow: low,
  })),
});
