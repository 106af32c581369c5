import type { PersonPart } from '#people';

/**
 * What travellers are to pay. Nobody is named in it: it goes with the traveller, who is forgotten by themselves, and the invoices
 * are conference registration's.
 */
export const invoicingOfPeople: PersonPart = {
  columns: [],
  held: [
    {
      key: 'travelCharges',
      title: 'What you are to pay for study visits',
      columns: {
        visit: 'Visit',
        what: 'What',
        pounds: '£',
        dueOn: 'Due',
        invoice: 'Invoice',
        state: 'State',
      },
      query: `SELECT v.title AS visit, c.kind AS what, (c.net_pence / 100.0)::numeric(12, 2)::text AS pounds,
          coalesce(c.invoice ->> 'dueOn', c.due_on::text) AS "dueOn", c.invoice ->> 'label' AS invoice,
          c.invoice ->> 'state' AS state
        FROM traveller_charges c JOIN travellers t ON t.id = c.traveller_id JOIN visits v ON v.id = c.visit_id
        WHERE t.person_id = $1 ORDER BY v.first_day, c.kind DESC`,
    },
  ],
  forget: () => Promise.resolve([]),
};
