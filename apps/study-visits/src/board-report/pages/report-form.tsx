import { field, Textarea, textIn, type Form, type SubmittedValues } from '#ui';
import type { RiskRow } from '../../risks/risk.entity.js';
import type { Visit } from '../../visits/domain/visit.js';
import type { BoardReport, BoardReportInput } from '../domain/board-report.js';

const nameOf = ({ id }: Pick<RiskRow, 'id'>): string => `risk-${id}`;

/** The controls, in the order of the page. */
export const reportNames = (risks: readonly RiskRow[]): readonly string[] => [
  'purpose',
  'learned',
  'recommendations',
  ...risks.map(nameOf),
];

export const fillReport = ({
  cameTrue,
  purpose,
  learned,
  recommendations,
}: BoardReport): SubmittedValues => ({
  purpose,
  learned,
  recommendations,
  ...Object.fromEntries(cameTrue.map(({ riskId, words }) => [nameOf({ id: riskId }), words])),
});

export const readReport = (values: SubmittedValues, risks: readonly RiskRow[]): BoardReportInput => ({
  purpose: textIn(values, 'purpose'),
  learned: textIn(values, 'learned'),
  recommendations: textIn(values, 'recommendations'),
  cameTrue: risks.map((risk) => ({ riskId: risk.id, words: textIn(values, nameOf(risk)) })),
});

export interface ReportFieldsProps {
  readonly form: Form;
  readonly visit: Visit;
  readonly risks: readonly RiskRow[];
}

export function ReportFields({ form, visit, risks }: ReportFieldsProps) {
  return (
    <>
      <p class="govuk-body">
        Who went, what it cost and how travellers found it is added by itself. Name nobody who has not agreed.
      </p>
      <Textarea
        {...field(form, 'purpose')}
        label="What it was for (optional)"
        hint={
          visit.summary === '' ? undefined : `Left blank, it is what the visit’s page says: ${visit.summary}`
        }
        rows={4}
      />
      <Textarea {...field(form, 'learned')} label="What was learned (optional)" rows={10} />
      <Textarea {...field(form, 'recommendations')} label="What we recommend (optional)" rows={6} />
      {risks.length > 0 && (
        <fieldset class="govuk-fieldset">
          <legend class="govuk-fieldset__legend govuk-fieldset__legend--m">Which risks came true</legend>
          <p class="govuk-body">
            Write what happened and what was done; leave blank what did not happen. What is in the records of
            incidents stays there.
          </p>
          {risks.map((risk) => (
            <Textarea key={risk.id} {...field(form, nameOf(risk))} label={risk.hazard} rows={3} />
          ))}
        </fieldset>
      )}
    </>
  );
}
