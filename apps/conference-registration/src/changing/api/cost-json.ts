import type { CostOutput } from './changes.schema.js';

const documentJson = ({ label, grossPence }: { readonly label: string; readonly grossPence: number }) => ({
  label,
  grossPence,
});

type Cost = Pick<CostOutput, 'isTrial' | 'invoiced' | 'credited' | 'delegates'> & {
  readonly invoice: Parameters<typeof documentJson>[0] | null;
  readonly creditNotes: readonly Parameters<typeof documentJson>[0][];
};

/** What a change costs, as JSON. */
export const costJson = ({ invoice, creditNotes, ...cost }: Cost): CostOutput => ({
  ...cost,
  invoice: invoice === null ? null : documentJson(invoice),
  creditNotes: creditNotes.map(documentJson),
});
