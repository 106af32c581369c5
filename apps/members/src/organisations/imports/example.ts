/** A small CSV file that shows the usual columns; it can be imported as it is. */
export const exampleCsv = [
  'name,category,kind,status,joined,invoice_email,billing_address,purchase_order_required,domains',
  'Exampleton Council,full,council,member,2024-08-01,invoices@exampleton.example,"Town Hall\n1 Market Square\nExampleton EX1 1EX",yes,exampleton.example',
  'Sample Parish Council,associate,town or parish council,member,2025-02-17,,,no,',
  'Model Housing Co-operative,affiliate,co-operative,applied,,,,,',
  '',
].join('\r\n');
