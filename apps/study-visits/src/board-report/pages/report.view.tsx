import { Temporal } from 'temporal-polyfill';
import {
  BarsPlot,
  Button,
  dateRangeInWords,
  moneyInWords,
  numberInWords,
  Paragraphs,
  ResponsiveTable,
  SummaryList,
} from '#ui';
import { categoryWords } from '../../budget/in-words.js';
import { Averages } from '../../feedback/pages/feedback.view.js';
import { VisitFrame } from '../../visits/pages/visit-frame.js';
import { reportPath } from '../addresses.js';
import type { CostPerHead } from '../domain/costs.js';
import { answeredInWords, erasedInWords, purposeOf, risksInWords, wentInWords } from '../in-words.js';
import type { BoardReportRead } from '../read-board-report.js';

interface ReportProps {
  readonly report: BoardReportRead;
}

/** What the board reads of a visit. */
export function ReportView({ report }: ReportProps) {
  const { visit, written } = report;
  const first = Temporal.PlainDate.from(visit.firstDay);
  return (
    <VisitFrame visit={visit} heading="Report for the board" current="report">
      <div class="govuk-button-group cn-no-print">
        <Button href={reportPath(visit.id, 'edit')}>
          {written === null ? 'Write the report' : 'Change the report'}
        </Button>
        <a class="govuk-link" href={reportPath(visit.id, 'report.pdf')} download>
          Take it out as a PDF
        </a>
      </div>
      <SummaryList
        rows={[
          { key: 'When', value: dateRangeInWords(first, Temporal.PlainDate.from(visit.lastDay)) },
          { key: 'Where', value: visit.region },
          { key: 'Who went', value: wentInWords(report) },
        ]}
      />
      <h2 class="govuk-heading-l">What it was for</h2>
      <Paragraphs text={purposeOf(report)} />
      <Organisations report={report} />
      <Learned report={report} />
      <Costs report={report} />
      <h2 class="govuk-heading-l">How travellers found it</h2>
      <p class="govuk-body">{answeredInWords(report)}</p>
      {report.feedback.totals !== null && <Averages totals={report.feedback.totals} />}
      <Risks report={report} />
      <h2 class="govuk-heading-l">What we recommend</h2>
      {written === null || written.recommendations === '' ? (
        <p class="govuk-body">Nothing is written yet.</p>
      ) : (
        <Paragraphs text={written.recommendations} />
      )}
      <h2 class="govuk-heading-l">Personal data</h2>
      <p class="govuk-body">{erasedInWords(report)}</p>
    </VisitFrame>
  );
}

function Organisations({ report: { organisations } }: ReportProps) {
  if (organisations.length === 0) return null;
  return (
    <ResponsiveTable
      caption="Who sent delegates"
      columns={[
        { key: 'name', heading: 'Organisation' },
        { key: 'delegates', heading: 'Delegates', format: 'numeric' },
      ]}
      rows={organisations.map(({ name, delegates }) => [<bdi>{name}</bdi>, numberInWords(delegates)])}
    />
  );
}

function Learned({ report: { written, notes } }: ReportProps) {
  const words = written?.learned ?? '';
  return (
    <>
      <h2 class="govuk-heading-l">What was learned</h2>
      {words === '' && notes.length === 0 && <p class="govuk-body">Nothing is written yet.</p>}
      <Paragraphs text={words} />
      {notes.length > 0 && (
        <>
          <p class="govuk-body">Travellers published on the visit’s page:</p>
          <ul class="govuk-list govuk-list--bullet">
            {notes.map(({ title, signature }, index) => (
              <li key={index}>
                {title}
                {signature !== '' && (
                  <>
                    {' ('}
                    <bdi>{signature}</bdi>)
                  </>
                )}
              </li>
            ))}
          </ul>
        </>
      )}
    </>
  );
}

/** What it cost for each delegate, as a plot and as a table. */
function Costs({ report: { costs, balance, delegates } }: ReportProps) {
  if (costs.length === 0) {
    return (
      <>
        <h2 class="govuk-heading-l">What it cost</h2>
        <p class="govuk-body">Nothing is in the budget.</p>
      </>
    );
  }
  const parts = costs.filter(({ category }) => category !== null);
  const total = costs.find(({ category }) => category === null)?.actualPerHead ?? null;
  return (
    <section aria-labelledby="costs">
      <h2 class="govuk-heading-l" id="costs">
        What it cost
      </h2>
      {delegates > 0 && total !== null && (
        <>
          <p class="govuk-body">
            <strong>{moneyInWords(total)}</strong> for each delegate; others gave{' '}
            {moneyInWords(balance.totals.fundedPence)} in all towards it.
          </p>
          <BarsPlot
            id="per-head"
            title="Cost for each delegate, by what it went on"
            description={`${moneyInWords(total)} for each in all. The same numbers stand in the table below.`}
            bars={parts.map((cost) => ({
              name: nameOf(cost),
              // A bar is drawn to whole pounds; its words have the pence.
              value: (cost.actualPerHead ?? 0) / 100,
              said: moneyInWords(cost.actualPerHead ?? 0),
            }))}
            markInWords={(mark) => moneyInWords(mark * 100, { dropZeroPence: true })}
          />
        </>
      )}
      <ResponsiveTable
        caption="Costs, in all and for each delegate"
        columns={[
          { key: 'what', heading: 'What for' },
          { key: 'planned', heading: 'Planned', format: 'numeric' },
          { key: 'actual', heading: 'Actual', format: 'numeric' },
          { key: 'head', heading: 'For each', format: 'numeric' },
        ]}
        rows={costs.map((cost) => [
          cost.category === null ? <strong>In all</strong> : nameOf(cost),
          moneyInWords(cost.plannedPence),
          moneyInWords(cost.actualPence),
          cost.actualPerHead === null ? 'Nobody went' : moneyInWords(cost.actualPerHead),
        ])}
      />
    </section>
  );
}

const nameOf = ({ category }: CostPerHead): string =>
  category === null ? 'In all' : categoryWords[category];

function Risks({ report }: ReportProps) {
  return (
    <>
      <h2 class="govuk-heading-l">What could go wrong, and did</h2>
      <p class="govuk-body">{risksInWords(report)}</p>
      {report.cameTrue.map(({ risk, words }) => (
        <div key={risk.id} class="cn-panel govuk-!-margin-bottom-6">
          <h3 class="govuk-heading-s">{risk.hazard}</h3>
          <Paragraphs text={words} />
        </div>
      ))}
    </>
  );
}
