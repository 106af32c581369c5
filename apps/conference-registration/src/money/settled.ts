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

/** SQL for whether the charge `v` for a study visit lacks the purchase order that it needs. */
export const visitOrderMissing = `(v.purchase_order_required AND v.purchase_order IS NULL
  AND v.told ->> 'state' IS DISTINCT FROM 'credited')`;

/** SQL that joins to documents `d` what they are about: a booking `b` of a conference `k`, or a charge `v` for a study visit. */
export const whatFor = `LEFT JOIN bookings b ON b.id = d.booking_id LEFT JOIN conferences k ON k.id = d.conference_id
  LEFT JOIN visit_charges v ON v.id = d.visit_charge_id`;

/** SQL for whether what documents are about lacks the purchase order that it needs, with {@link whatFor}. */
export const anyOrderMissing = `coalesce(${orderMissing}, ${visitOrderMissing}, false)`;

/**
 * SQL for whether documents `d` are about a conference or a study visit; by two indexes, as those of all years are many.
 *
 * @param occasion the parameter with its id; all documents where that is NULL
 */
export const isAbout = (occasion: string): string =>
  `(${occasion}::uuid IS NULL OR d.conference_id = ${occasion}
    OR d.visit_charge_id = ANY (ARRAY(SELECT id FROM visit_charges WHERE visit_id = ${occasion})))`;
