import { StockItemsController } from './api/items.controller.js';
import { StockMovementsController } from './api/movements.controller.js';
import { OwnStockController } from './api/own-stock.controller.js';
import { StockPackingController } from './api/packing.controller.js';
import { StockPlacesController } from './api/places.controller.js';
import { StockAnswers } from './api/stock-answers.js';
import { StockTransportsController } from './api/transports.controller.js';
import { PlanTransport } from './carrying/plan-transport.js';
import { ReadTransports } from './carrying/read-transports.js';
import { TransportsPage } from './carrying/transports.page.js';
import { CountPlace } from './counting/count-place.js';
import { CountPage } from './counting/count.page.js';
import { ItemsToCount } from './counting/items-to-count.js';
import { ReadCount } from './counting/read-count.js';
import { LabelsPage } from './labels/labels.page.js';
import { ExhibitionStockPage } from './packing/exhibition-stock.page.js';
import { KeepPacking } from './packing/keep-packing.js';
import { ReadPacking } from './packing/read-packing.js';
import { CorrectPage } from './pages/correct.page.js';
import { ItemFormPage } from './pages/item-form.page.js';
import { ItemPage } from './pages/item.page.js';
import { LedgerPage } from './pages/ledger.page.js';
import { PlaceFormPage } from './pages/place-form.page.js';
import { PlacePage } from './pages/place.page.js';
import { RecordPage } from './pages/record.page.js';
import { StockPage } from './pages/stock.page.js';
import { ExhibitionsWithStock } from './reading/exhibitions-with-stock.js';
import { FindStock } from './reading/find-stock.js';
import { ReadLedger } from './reading/read-ledger.js';
import { ReadUse } from './reading/read-use.js';
import { ReorderAlerts } from './reading/reorder-alerts.js';
import { StockOnStand } from './reading/stock-on-stand.js';
import { CorrectMovement } from './recording/correct-movement.js';
import { Ledger } from './recording/ledger.js';
import { RecordMovement } from './recording/record-movement.js';
import { SaveItem } from './setting-up/save-item.js';
import { SavePlace } from './setting-up/save-place.js';
import { OwnCountPage } from './volunteers/own-count.page.js';
import { OwnStands } from './volunteers/own-stand.js';
import { OwnStockPage } from './volunteers/own-stock.page.js';

/** The pages of the stock, and the same for programs. */
export const stockPages = [
  StockPage,
  ItemFormPage,
  ItemPage,
  PlaceFormPage,
  PlacePage,
  RecordPage,
  CorrectPage,
  CountPage,
  LedgerPage,
  TransportsPage,
  LabelsPage,
  ExhibitionStockPage,
  OwnStockPage,
  OwnCountPage,
  StockItemsController,
  StockPlacesController,
  StockMovementsController,
  StockTransportsController,
  StockPackingController,
  OwnStockController,
];

export const stockProviders = [
  FindStock,
  ReadLedger,
  ReadUse,
  ReorderAlerts,
  StockOnStand,
  ExhibitionsWithStock,
  Ledger,
  RecordMovement,
  CorrectMovement,
  SaveItem,
  SavePlace,
  CountPlace,
  ItemsToCount,
  ReadCount,
  PlanTransport,
  ReadTransports,
  KeepPacking,
  ReadPacking,
  OwnStands,
  StockAnswers,
];
