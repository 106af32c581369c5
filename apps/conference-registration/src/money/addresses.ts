import { bookingPath } from '../bookings/addresses.js';

/** Where the treasurer sees all of the money. */
export const moneyPath = '/conference/money';

export const invoicesPath = `${moneyPath}/invoices`;
export const customersPath = `${moneyPath}/customers`;
export const newPaymentPath = `${moneyPath}/payments/new`;
export const newRefundPath = `${moneyPath}/refunds/new`;

/** A document as staff see it. */
export const documentPath = (id: string): string => `${moneyPath}/documents/${id}`;

/** A page that says what a credit note for an invoice means, and issues it. */
export const creditPath = (invoiceId: string): string => `${documentPath(invoiceId)}/credit`;

/** A customer's statement of account. */
export const customerPath = (id: string): string => `${customersPath}/${id}`;

/** Where a customer's credit is put to invoices. */
export const useCreditPath = (customerId: string): string => `${customerPath(customerId)}/credit`;

export const paymentPath = (id: string): string => `${moneyPath}/payments/${id}`;
export const undoPaymentPath = (id: string): string => `${paymentPath(id)}/undo`;

/** The form to record a payment or a refund of one customer. */
export const forCustomer = (path: string, customerId: string): string => `${path}?customer=${customerId}`;

/** A document as whoever booked sees it. @param key the booking's reference, or a guest's secret */
export const bookingDocumentPath = (key: string, label: string): string =>
  `${bookingPath(key)}/documents/${encodeURIComponent(label)}`;

/** Where a booking's purchase order is entered. */
export const purchaseOrderPath = (key: string): string => `${bookingPath(key)}/purchase-order`;
