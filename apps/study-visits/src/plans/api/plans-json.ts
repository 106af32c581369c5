import { accepted, checkPenceRange, dayFromIso, type Checked } from '#checks';
import { instantOf } from '#platform';
import type { BudgetLineRow } from '../../budget/budget-line.entity.js';
import type { BudgetLineInput } from '../../budget/domain/budget.js';
import { balanceInWords, spentInWords } from '../../budget/in-words.js';
import type { Budget } from '../../budget/read-budget.js';
import type { DocumentRow } from '../../documents/document.entity.js';
import type { ConsiderationRow } from '../../package-travel/consideration.entity.js';
import { outcomeOf } from '../../package-travel/domain/consideration.js';
import { bandOf, scoreOf, type RiskInput } from '../../risks/domain/risk.js';
import type { RiskRow } from '../../risks/risk.entity.js';
import { digestOf } from '../../sign-offs/domain/sign-state.js';
import type { SignedThing } from '../../sign-offs/read-signed.js';
import type { SignatureInput } from '../../sign-offs/sign-offs.js';
import type { Visit } from '../../visits/domain/visit.js';
import type {
  BudgetLineJsonInput,
  BudgetLineOutput,
  BudgetOutput,
  ConsiderationOutput,
  DocumentOutput,
  RiskJsonInput,
  RiskOutput,
  SignatureJsonInput,
} from './plans.schema.js';

export const lineJson = (row: BudgetLineRow & { readonly expensesPence?: number }): BudgetLineOutput => ({
  id: row.id,
  category: row.category,
  description: row.description,
  plannedPence: row.plannedPence,
  actualPence: row.actualPence,
  ...(row.expensesPence !== undefined && { expensesPence: row.expensesPence }),
  fundedPence: row.fundedPence,
  fundedBy: row.fundedBy,
  version: row.version,
});

export const readLine = (sent: BudgetLineJsonInput): BudgetLineInput => ({
  ...sent,
  plannedPence: pence(sent.plannedPence, 'plannedPence', 'what it may cost'),
  actualPence: pence(sent.actualPence, 'actualPence', 'what it did cost'),
  fundedPence: pence(sent.fundedPence, 'fundedPence', 'what is given towards it'),
});

const pence = (amount: number | null, field: string, what: string): Checked<number | null> =>
  amount === null ? accepted(null) : checkPenceRange(amount, field, { what });

export const budgetJson = ({ places }: Visit, { lines, delegates, balance }: Budget): BudgetOutput => ({
  items: lines.map(lineJson),
  totals: { ...balance.totals },
  perHead: {
    plannedPence: balance.plannedPerPlace,
    expectedPence: balance.expectedPerDelegate,
    actualPence: balance.actualPerDelegate,
    fundedPence: balance.fundedPerDelegate,
  },
  delegates,
  remains: { plannedPence: balance.planned, expectedPence: balance.expected },
  words: [spentInWords(balance.totals), ...balanceInWords(balance, { places, delegates })],
});

export const riskJson = (row: RiskRow): RiskOutput => ({
  id: row.id,
  hazard: row.hazard,
  atRisk: row.atRisk,
  likelihood: row.likelihood,
  severity: row.severity,
  score: scoreOf(row),
  band: bandOf(scoreOf(row)),
  measures: row.measures,
  responsible: row.responsible,
  reviewOn: row.reviewOn,
  version: row.version,
});

export const readRisk = (sent: RiskJsonInput): RiskInput => ({
  ...sent,
  reviewOn: dayFromIso(sent.reviewOn, 'reviewOn'),
});

/** How something that is signed stands, for programs. */
export const signedJson = ({ state, now, signOffs, changes }: SignedThing) => ({
  state,
  digest: digestOf(now),
  signOffs: signOffs.map(({ number, personName, role, signedAt }) => ({
    number,
    name: personName,
    role,
    signedAt: instantOf(signedAt).toString(),
  })),
  changes: changes.map((change) => ({ ...change })),
});

export const readSignature = ({ digest, role, agrees }: SignatureJsonInput): SignatureInput => ({
  seen: digest,
  role,
  agrees,
});

/** @param row `null`: nobody has answered */
export const considerationJson = (
  row: ConsiderationRow | null,
  signed: SignedThing,
): ConsiderationOutput => ({
  answers: row === null ? null : { ...row.answers },
  outcome: row === null ? null : outcomeOf(row),
  reasons: row?.reasons ?? '',
  protection: row?.protection ?? '',
  ...signedJson(signed),
  version: row?.version ?? 0,
});

export const documentJson = (row: DocumentRow): DocumentOutput => ({
  id: row.id,
  name: row.name,
  note: row.note,
  audience: row.audience,
  mediaType: row.mediaType,
  size: row.size,
  uploadedAt: instantOf(row.uploadedAt).toString(),
  version: 1,
});
