import { manageExhibitionPath, standsPath } from '../exhibitions/addresses.js';
import type { RecordedKind } from './domain/movement.js';

/** What there is and where, for staff. */
export const stockPath = `${standsPath}/stock`;

export const itemPath = (id: string): string => `${stockPath}/items/${id}`;

/** The page that a label's QR code leads to. */
export const placePath = (code: string): string => `${stockPath}/places/${encodeURIComponent(code)}`;

export const countPath = (actId: string): string => `${stockPath}/counts/${actId}`;

export const transportsPath = `${stockPath}/transports`;

export const labelsPath = `${stockPath}/labels`;

export const ledgerPath = `${stockPath}/ledger`;

/** The stock of an exhibition: what it has, what is packed for it. */
export const exhibitionStockPath = (exhibitionId: string): string =>
  manageExhibitionPath(exhibitionId, 'stock');

/** A line of its packing list, on that page. */
export const packingAnchor = (lineId: string): string => `packing-${lineId}`;

/** What a form for a movement begins with. */
export interface RecordStart {
  readonly item?: string | undefined;
  /** Codes of places. */
  readonly from?: string | undefined;
  readonly to?: string | undefined;
}

/** Where a movement is recorded; what was chosen last stands in the address. */
export function recordPath(kind: RecordedKind, start: RecordStart = {}): string {
  const query = new URLSearchParams();
  for (const name of ['from', 'to', 'item'] as const) {
    const value = start[name];
    if (value !== undefined && value !== '') query.set(name, value);
  }
  const text = query.toString();
  return `${stockPath}/record/${kind}${text === '' ? '' : `?${text}`}`;
}

/** What a volunteer does on the stand that they are on, by their own link. */
export const ownStockPath = (secret: string): string =>
  `${standsPath}/team/${encodeURIComponent(secret)}/stock`;
