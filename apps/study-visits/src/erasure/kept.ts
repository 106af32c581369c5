import { looksKeptForMonths } from '../secrets/erase-details.js';
import { countOf, type KeptPart } from './erasure-part.js';

const kept = (key: string, title: string, why: string, query: string): KeptPart => ({
  key,
  title,
  why,
  count: (manager, visitId) => countOf(manager, query, visitId),
});

/** What stays of every visit. */
export const keptOfVisits: readonly KeptPart[] = [
  kept(
    'travellers',
    'Who travelled, for which organisation',
    'The network’s record of its visits, by which newcomers are told on later ones. A name goes when its person asks for it.',
    'SELECT count(*)::int AS n FROM travellers WHERE visit_id = $1',
  ),
  kept(
    'applications',
    'Applications, with their scores',
    'For twelve months after the visit, so that a decision can be explained. Then a line without a name stays, by which a draw can be repeated.',
    "SELECT count(*)::int AS n FROM applications WHERE visit_id = $1 AND status <> 'draft'",
  ),
  kept(
    'charges',
    'Deposits and balances that were asked for',
    'Finance is kept for six years after the end of its financial year (VAT Notice 700/21). The invoices themselves are with conference registration.',
    'SELECT count(*)::int AS n FROM traveller_charges WHERE visit_id = $1',
  ),
  kept(
    'budget',
    'Lines of the budget',
    'Finance, for as long; they name nobody who travelled.',
    'SELECT count(*)::int AS n FROM visit_budget_lines WHERE visit_id = $1',
  ),
  kept(
    'looks',
    'Who looked at sealed details, and why',
    `For ${looksKeptForMonths} months, so that each look can be accounted for. What was looked at is not kept.`,
    'SELECT count(*)::int AS n FROM sensitive_looks WHERE visit_id = $1',
  ),
  kept(
    'learning-notes',
    'Learning notes',
    'Travellers wrote them to be kept. One is on the visit’s page for as long as its writer agrees.',
    "SELECT count(*)::int AS n FROM learning_notes WHERE visit_id = $1 AND status <> 'draft'",
  ),
  kept(
    'certificates',
    'Certificates of attendance',
    'So that one that is shown can be looked up by its number.',
    'SELECT count(*)::int AS n FROM visit_certificates WHERE visit_id = $1',
  ),
];
