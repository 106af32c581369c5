import { StockTransportItemRow, StockTransportRow } from './carrying/stock-transport.entity.js';
import { PackingLineRow } from './packing/packing-line.entity.js';
import { StockActRow } from './stock-act.entity.js';
import { StockItemRow } from './stock-item.entity.js';
import { StockCountRow, StockLevelRow, StockMovementRow } from './stock-ledger.entity.js';
import { StockPlaceRow } from './stock-place.entity.js';

export const stockEntities = [
  StockItemRow,
  StockPlaceRow,
  StockActRow,
  StockMovementRow,
  StockCountRow,
  StockLevelRow,
  StockTransportRow,
  StockTransportItemRow,
  PackingLineRow,
];
