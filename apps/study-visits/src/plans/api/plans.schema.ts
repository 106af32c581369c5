import { z } from 'zod';
import { paperOutput } from '../../papers/api/papers.schema.js';
import { budgetCategories } from '../../budget/domain/budget.js';
import { documentAudiences } from '../../documents/domain/audience.js';
import { answers, type Question } from '../../package-travel/domain/consideration.js';

const text = z.string();
const version = z.int();
const id = z.uuid();
const day = z.iso.date().nullable();
const pence = z.int().nullable().default(null).meta({ description: 'Whole pence.' });

export const budgetLineInput = z
  .strictObject({
    category: text.default('other').meta({ description: `One of ${budgetCategories.join(', ')}.` }),
    description: text,
    plannedPence: pence,
    actualPence: pence,
    fundedPence: pence,
    fundedBy: text.default(''),
  })
  .meta({ id: 'BudgetLineInput' });

export const budgetLineOutput = z
  .strictObject({
    id,
    category: z.enum(budgetCategories),
    description: text,
    plannedPence: z.int().nullable(),
    actualPence: z.int().nullable(),
    expensesPence: z.int().optional().meta({
      description: 'Expenses on the line that were agreed to, on top of `actualPence`; in the list of lines.',
    }),
    fundedPence: z.int(),
    fundedBy: text,
    version,
  })
  .meta({ id: 'BudgetLine' });

const perHead = z.int().nullable().meta({ description: 'Pence; `null` while nobody comes.' });

export const budgetOutput = z
  .strictObject({
    items: z.array(budgetLineOutput),
    totals: z.strictObject({
      plannedPence: z.int(),
      actualPence: z.int(),
      expectedPence: z.int(),
      fundedPence: z.int(),
    }),
    perHead: z.strictObject({
      plannedPence: perHead,
      expectedPence: perHead,
      actualPence: perHead,
      fundedPence: perHead,
    }),
    delegates: z.int().meta({ description: 'Those who have a place now.' }),
    remains: z
      .strictObject({ plannedPence: z.int(), expectedPence: z.int() })
      .meta({ description: 'What comes in without what it costs; below 0: what is short.' }),
    words: z.array(text).meta({ description: 'How it stands, in sentences.' }),
  })
  .meta({ id: 'Budget' });

export const riskInput = z
  .strictObject({
    hazard: text,
    atRisk: text,
    likelihood: z.int().meta({ description: '1 to 5, with the measures taken.' }),
    severity: z.int().meta({ description: '1 to 5, with the measures taken.' }),
    measures: text,
    responsible: text.default(''),
    reviewOn: day.default(null),
  })
  .meta({ id: 'RiskInput' });

export const riskOutput = z
  .strictObject({
    id,
    hazard: text,
    atRisk: text,
    likelihood: z.int(),
    severity: z.int(),
    score: z.int().meta({ description: 'Likelihood × severity.' }),
    band: z.enum(['low', 'medium', 'high', 'very-high']),
    measures: text,
    responsible: text,
    reviewOn: day,
    version,
  })
  .meta({ id: 'Risk' });

const signed = {
  state: z.enum(['unsigned', 'signed', 'changed']).meta({ description: '`changed`: since it was signed.' }),
  digest: text.meta({ description: 'Of what there is now; to be sent with a signature.' }),
  signOffs: z.array(
    z.strictObject({
      number: z.int().meta({ description: 'Which version was signed.' }),
      name: text,
      role: text,
      signedAt: z.iso.datetime(),
    }),
  ),
  changes: z
    .array(z.strictObject({ field: text, before: text, after: text }))
    .meta({ description: 'Since it was signed last.' }),
};

export const assessmentOutput = z.strictObject({ paper: paperOutput }).meta({ id: 'RiskAssessmentPaper' });

export const risksOutput = z
  .strictObject({ items: z.array(riskOutput), ...signed })
  .meta({ id: 'RiskAssessment' });

export const signatureInput = z
  .strictObject({
    digest: text,
    role: text.meta({ description: 'As what the person signs.' }),
    agrees: z.boolean(),
  })
  .meta({ id: 'Signature' });

const yesNo = text.meta({ description: `One of ${answers.join(', ')}.` });

const questionSchema = {
  combines: yesNo,
  overnight: yesNo,
  occasional: yesNo,
  notForProfit: yesNo,
  limitedGroup: yesNo,
} satisfies Record<Question, z.ZodType>;

export const considerationInput = z
  .strictObject({
    answers: z.strictObject(questionSchema),
    reasons: text.default(''),
    protection: text.default(''),
  })
  .meta({ id: 'PackageTravelInput' });

export const considerationOutput = z
  .strictObject({
    answers: z.strictObject(questionSchema).nullable().meta({ description: '`null`: nobody has answered.' }),
    outcome: z.enum(['no-package', 'too-short', 'exempt', 'applies']).nullable(),
    reasons: text,
    protection: text,
    ...signed,
    version: version.meta({ description: '0 while nobody has answered.' }),
  })
  .meta({ id: 'PackageTravel' });

export const documentOutput = z
  .strictObject({
    id,
    name: text,
    note: text,
    audience: z.enum(documentAudiences),
    mediaType: text,
    size: z.int().meta({ description: 'Bytes.' }),
    uploadedAt: z.iso.datetime(),
    version: z.int().meta({ description: 'Always 1: a document does not change.' }),
  })
  .meta({ id: 'VisitDocument' });

export const documentsOutput = z
  .strictObject({ items: z.array(documentOutput) })
  .meta({ id: 'VisitDocuments' });

export type BudgetLineJsonInput = z.output<typeof budgetLineInput>;
export type BudgetLineOutput = z.output<typeof budgetLineOutput>;
export type BudgetOutput = z.output<typeof budgetOutput>;
export type RiskJsonInput = z.output<typeof riskInput>;
export type RiskOutput = z.output<typeof riskOutput>;
export type SignatureJsonInput = z.output<typeof signatureInput>;
export type ConsiderationOutput = z.output<typeof considerationOutput>;
export type DocumentOutput = z.output<typeof documentOutput>;
