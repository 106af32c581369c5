import { sheetOf, type Sheet, type SheetColumn } from '#sheets';
import { isLow } from './domain/forecast.js';
import { movementNames } from './in-words.js';
import type { LedgerLine } from './reading/read-ledger.js';
import type { StockItemRow } from './stock-item.entity.js';
import type { StockLevelRow } from './stock-ledger.entity.js';
import type { StockPlaceRow } from './stock-place.entity.js';

/** Items by places as a table to take out. */
export function levelsSheet(
  items: readonly StockItemRow[],
  places: readonly StockPlaceRow[],
  levels: readonly StockLevelRow[],
): Sheet {
  const at = new Map(levels.map(({ itemId, placeId, quantity }) => [`${itemId} ${placeId}`, quantity]));
  const columns: readonly SheetColumn[] = [
    { key: 'name', title: 'Item', kind: 'text' },
    { key: 'unit', title: 'Counted in', kind: 'text' },
    { key: 'all', title: 'In all', kind: 'number' },
    { key: 'reorderLevel', title: 'Re-order level', kind: 'number' },
    { key: 'isLow', title: 'Order more', kind: 'yes-no' },
    ...places.map(({ id, code, name }) => ({ key: id, title: `${name} (${code})`, kind: 'number' as const })),
  ];
  return sheetOf({
    name: 'Stock',
    columns,
    rows: items.map(({ id, name, units, reorderLevel }) => {
      const inPlaces = places.map((place) => [place.id, at.get(`${id} ${place.id}`) ?? 0] as const);
      const all = inPlaces.reduce((sum, [, quantity]) => sum + quantity, 0);
      return {
        name,
        unit: units,
        all,
        reorderLevel,
        isLow: isLow(all, reorderLevel),
        ...Object.fromEntries(inPlaces),
      };
    }),
  });
}

/** Lines of the ledger as a table to take out. */
export function ledgerSheet(lines: readonly LedgerLine[]) {
  return sheetOf({
    name: 'Stock ledger',
    columns: [
      { key: 'at', title: 'When', kind: 'instant' },
      { key: 'kind', title: 'What', kind: 'text' },
      { key: 'item', title: 'Item', kind: 'text' },
      { key: 'quantity', title: 'How many', kind: 'number' },
      { key: 'from', title: 'From', kind: 'text' },
      { key: 'to', title: 'To', kind: 'text' },
      { key: 'exhibition', title: 'Exhibition', kind: 'text' },
      { key: 'by', title: 'By', kind: 'text' },
      { key: 'note', title: 'Note', kind: 'text' },
      { key: 'id', title: 'Line', kind: 'text' },
      { key: 'corrects', title: 'Corrects the line', kind: 'text' },
    ],
    rows: lines.map(({ kind, ...line }) => ({ ...line, kind: movementNames[kind] })),
  });
}
