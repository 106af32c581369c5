import { visitInvoicePath } from '#contracts';

export { visitInvoicePath } from '#contracts';

/** A document of it. @param key its id, or the secret of a link */
export const visitDocumentPath = (key: string, label: string): string =>
  `${visitInvoicePath(key)}/documents/${encodeURIComponent(label)}`;

/** Where its purchase order is entered. */
export const visitOrderPath = (key: string): string => `${visitInvoicePath(key)}/purchase-order`;
