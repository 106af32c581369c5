import { CustomerRow } from './customer.entity.js';
import { DocumentLineRow } from './document-line.entity.js';
import { DocumentSeriesRow } from './document-series.entity.js';
import { DocumentRow } from './document.entity.js';
import { PaymentRow } from './payment.entity.js';
import { PurchaseOrderReminderRow } from './purchase-order-reminder.entity.js';
import { SettlementRow } from './settlement.entity.js';

/** The tables of money. */
export const moneyEntities = [
  CustomerRow,
  DocumentSeriesRow,
  DocumentRow,
  DocumentLineRow,
  PaymentRow,
  SettlementRow,
  PurchaseOrderReminderRow,
];
