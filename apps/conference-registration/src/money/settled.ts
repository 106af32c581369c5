/**
 * SQL for what was settled and not undone, in pence.
 *
 * @param column what the settlements are of
 * @param whose the id's column in the statement round it
 */
export const settled = (column: 'invoice_id' | 'payment_id' | 'credit_note_id', whose: string): string =>
  `coalesce((SELECT sum(s.pence) FROM settlements s WHERE s.${column} = ${whose} AND s.undone_at IS NULL), 0)::int`;

/** SQL for what is still to be paid of an invoice `d`, in pence. */
export const outstanding = `(d.gross_pence - ${settled('invoice_id', 'd.id')})`;

/** SQL for whether the booking `b` lacks the purchase order that it needs. */
export const orderMissing = `(b.purchase_order_required AND b.purchase_order IS NULL AND b.status <> 'cancelled')`;
