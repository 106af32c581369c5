import type { DataSource } from 'typeorm';

/** What must never be found, each with a query for it. */
const faults: Readonly<Record<string, string>> = {
  'an invoice settled with more than it is for': `
    SELECT d.label FROM documents d JOIN settlements s ON s.invoice_id = d.id AND s.undone_at IS NULL
    GROUP BY d.id HAVING sum(s.pence) > d.gross_pence`,
  'a payment of which more was used than it is': `
    SELECT p.id FROM payments p JOIN settlements s ON s.payment_id = p.id AND s.undone_at IS NULL
    GROUP BY p.id HAVING sum(s.pence) > CASE WHEN p.undone_at IS NULL THEN p.pence ELSE 0 END`,
  'a credit note of which more was used than it is': `
    SELECT d.label FROM documents d JOIN settlements s ON s.credit_note_id = d.id AND s.undone_at IS NULL
    GROUP BY d.id HAVING sum(s.pence) > d.gross_pence`,
  'a refund that does not come from credit': `
    SELECT p.id FROM payments p LEFT JOIN settlements s ON s.refund_id = p.id AND s.undone_at IS NULL
    WHERE p.direction = 'out'
    GROUP BY p.id HAVING coalesce(sum(s.pence), 0) <> CASE WHEN p.undone_at IS NULL THEN p.pence ELSE 0 END`,
  'a line credited with more than was invoiced': `
    SELECT i.label FROM document_lines l JOIN documents i ON i.id = l.document_id AND i.series = 'invoice'
      JOIN documents c ON c.corrects_id = i.id JOIN document_lines cl ON cl.document_id = c.id AND cl.line = l.line
    GROUP BY i.id, l.line, l.net_pence, l.vat_pence
    HAVING sum(cl.net_pence) > l.net_pence OR sum(cl.vat_pence) > l.vat_pence`,
  'a settlement between two customers': `
    SELECT s.id FROM settlements s
      LEFT JOIN payments p ON p.id IN (s.payment_id, s.refund_id) LEFT JOIN documents d ON d.id IN (s.invoice_id, s.credit_note_id)
    WHERE p.customer_id <> s.customer_id OR d.customer_id <> s.customer_id`,
  'a document whose lines do not add up to it': `
    SELECT d.label FROM documents d JOIN document_lines l ON l.document_id = d.id
    GROUP BY d.id HAVING (sum(l.net_pence), sum(l.vat_pence), sum(l.gross_pence))
      <> (d.net_pence, d.vat_pence, d.gross_pence)`,
  'money lost or made': `
    SELECT c.id FROM customers c
      CROSS JOIN LATERAL (SELECT coalesce(sum(CASE d.series WHEN 'invoice' THEN d.gross_pence ELSE -d.gross_pence END), 0) AS owed
        FROM documents d WHERE d.customer_id = c.id AND d.series <> 'receipt') AS d
      CROSS JOIN LATERAL (SELECT coalesce(sum(CASE p.direction WHEN 'in' THEN -p.pence ELSE p.pence END), 0) AS moved
        FROM payments p WHERE p.customer_id = c.id AND p.undone_at IS NULL) AS p
      CROSS JOIN LATERAL (SELECT coalesce(sum(i.gross_pence - coalesce((SELECT sum(s.pence) FROM settlements s
          WHERE s.invoice_id = i.id AND s.undone_at IS NULL), 0)), 0) AS outstanding
        FROM documents i WHERE i.customer_id = c.id AND i.series = 'invoice') AS o
      CROSS JOIN LATERAL (SELECT coalesce(sum(f.pence - coalesce((SELECT sum(s.pence) FROM settlements s
          WHERE f.id IN (s.payment_id, s.credit_note_id) AND s.undone_at IS NULL), 0)), 0) AS credit
        FROM (SELECT id, pence FROM payments WHERE customer_id = c.id AND direction = 'in' AND undone_at IS NULL
          UNION ALL SELECT id, gross_pence FROM documents WHERE customer_id = c.id AND series = 'credit-note') AS f) AS f
    WHERE owed + moved <> outstanding - credit`,
};

/** Everything that is wrong with the money in a database: no invoice is overpaid, and nothing is made or lost. */
export async function faultsInMoney(dataSource: DataSource): Promise<string[]> {
  const found: string[] = [];
  for (const [fault, query] of Object.entries(faults)) {
    const rows: unknown[] = await dataSource.query(query);
    if (rows.length > 0) found.push(`${fault}: ${JSON.stringify(rows)}`);
  }
  return found;
}
