import {
  BarsPlot,
  Button,
  EmptyState,
  ExportLinks,
  exportOf,
  moneyInWords,
  plural,
  ResponsiveTable,
  Tag,
} from '#ui';
import { thingPath } from '../../plans/addresses.js';
import { manageVisitPath } from '../../visits/addresses.js';
import type { Visit } from '../../visits/domain/visit.js';
import { VisitFrame } from '../../visits/pages/visit-frame.js';
import { expensesPath } from '../../expenses/addresses.js';
import { spentOn, totalsByCategory } from '../domain/budget.js';
import { balanceInWords, categoryWords, spentInWords } from '../in-words.js';
import type { Budget, ReadLine } from '../read-budget.js';

export interface BudgetViewProps {
  readonly visit: Visit;
  readonly budget: Budget;
}

export function BudgetView({ visit, budget }: BudgetViewProps) {
  const { lines, balance, delegates } = budget;
  const path = manageVisitPath(visit.id, 'budget');
  return (
    <VisitFrame visit={visit} heading="Budget" current="budget">
      {lines.length > 0 && (
        <>
          <p class="govuk-body">{spentInWords(balance.totals)}</p>
          {balanceInWords(balance, { places: visit.places, delegates }).map((sentence) => (
            <p key={sentence} class="govuk-body">
              {sentence}
            </p>
          ))}
        </>
      )}
      <Button href={`${path}/new`}>Add a line</Button>
      {lines.length === 0 ? (
        <EmptyState titleText="No budget yet">
          <p class="govuk-body">
            Add what the visit may cost; what it did cost, and who gives money towards it, is entered beside
            it later. The cost for each delegate is reckoned from that.
          </p>
        </EmptyState>
      ) : (
        <>
          <PerHead visit={visit} budget={budget} />
          <Lines visit={visit} budget={budget} />
          <ByCategory lines={lines} />
          <ExportLinks what="this budget" file={exportOf(path)} />
        </>
      )}
    </VisitFrame>
  );
}

/** What it comes to for each, beside the price. */
function PerHead({ visit, budget: { balance, delegates } }: BudgetViewProps) {
  const money = (pence: number | null) => (pence === null ? 'Nobody comes yet' : moneyInWords(pence));
  return (
    <ResponsiveTable
      caption="Cost for each delegate"
      columns={[
        { key: 'what', heading: 'What' },
        { key: 'sum', heading: 'In all', format: 'numeric' },
        { key: 'head', heading: 'For each', format: 'numeric' },
        { key: 'by', heading: 'Reckoned by' },
      ]}
      rows={[
        [
          'Planned',
          moneyInWords(balance.totals.plannedPence),
          money(balance.plannedPerPlace),
          plural(visit.places, 'place'),
        ],
        [
          'As things stand',
          moneyInWords(balance.totals.expectedPence),
          money(balance.expectedPerDelegate),
          plural(delegates, 'confirmed delegate'),
        ],
        [
          'Spent so far',
          moneyInWords(balance.totals.actualPence),
          money(balance.actualPerDelegate),
          plural(delegates, 'confirmed delegate'),
        ],
        [
          'Funded by others',
          moneyInWords(balance.totals.fundedPence),
          money(balance.fundedPerDelegate),
          plural(delegates, 'confirmed delegate'),
        ],
        [
          'To be paid by delegates',
          moneyInWords(balance.expectedIncome),
          moneyInWords(visit.pricePence),
          'The price of a place',
        ],
      ]}
    />
  );
}

function Lines({ visit, budget: { lines, balance } }: BudgetViewProps) {
  const { plannedPence, actualPence, fundedPence } = balance.totals;
  return (
    <ResponsiveTable
      caption="What it goes on"
      columns={[
        { key: 'description', heading: 'What for' },
        { key: 'category', heading: 'Category' },
        { key: 'planned', heading: 'Planned', format: 'numeric' },
        { key: 'actual', heading: 'Actual', format: 'numeric' },
        { key: 'funded', heading: 'Funded', format: 'numeric' },
      ]}
      rows={[
        ...lines.map((line) => row(visit, line)),
        [
          <strong>In all</strong>,
          '',
          <strong>{moneyInWords(plannedPence)}</strong>,
          <strong>{moneyInWords(actualPence)}</strong>,
          <strong>{moneyInWords(fundedPence)}</strong>,
        ],
      ]}
    />
  );
}

const row = ({ id }: Visit, line: ReadLine) => [
  <a class="govuk-link" href={thingPath(id, 'budget', line.id, 'edit')}>
    {line.description}
  </a>,
  categoryWords[line.category],
  line.plannedPence === null ? 'Not planned' : moneyInWords(line.plannedPence),
  <Actual line={line} visitId={id} />,
  line.fundedPence === 0 ? (
    'Nothing'
  ) : (
    <>
      {moneyInWords(line.fundedPence)} by <bdi>{line.fundedBy}</bdi>
    </>
  ),
];

/** What is spent on a line, with what of it is expenses. */
function Actual({ line, visitId }: { readonly line: ReadLine; readonly visitId: string }) {
  const spent = spentOn(line);
  if (spent === null) return 'Not known yet';
  const over = spent - (line.plannedPence ?? 0);
  return (
    <>
      {moneyInWords(spent)}
      {over > 0 && (
        <>
          {' '}
          <Tag colour="orange">{`${moneyInWords(over)} over`}</Tag>
        </>
      )}
      {line.expensesPence > 0 && (
        <>
          <br />
          <a class="govuk-link" href={expensesPath(visitId)}>
            {moneyInWords(line.expensesPence)} of it expenses
          </a>
        </>
      )}
    </>
  );
}

/** Planned beside actual, by category, as a plot and as a table. */
function ByCategory({ lines }: { readonly lines: readonly ReadLine[] }) {
  const categories = totalsByCategory(lines);
  // A bar is drawn to whole pounds; its words have the pence.
  const bars = categories.flatMap(({ category, plannedPence, actualPence }) => [
    bar(`${categoryWords[category]}, planned`, plannedPence),
    bar(`${categoryWords[category]}, actual`, actualPence),
  ]);
  const most = categories.toSorted((one, other) => other.expectedPence - one.expectedPence)[0];
  return (
    <section aria-labelledby="by-category">
      <h2 class="govuk-heading-m" id="by-category">
        By category
      </h2>
      <BarsPlot
        id="categories"
        title="Planned and actual costs by category"
        description={`${most === undefined ? '' : `Most goes on: ${categoryWords[most.category].toLowerCase()}, ${moneyInWords(most.expectedPence)}. `}The same numbers stand in the table below.`}
        bars={bars}
        markInWords={(mark) => moneyInWords(mark * 100, { dropZeroPence: true })}
      />
      <ResponsiveTable
        caption="Costs by category"
        columns={[
          { key: 'category', heading: 'Category' },
          { key: 'planned', heading: 'Planned', format: 'numeric' },
          { key: 'actual', heading: 'Actual', format: 'numeric' },
          { key: 'expected', heading: 'As things stand', format: 'numeric' },
        ]}
        rows={categories.map(({ category, plannedPence, actualPence, expectedPence }) => [
          categoryWords[category],
          moneyInWords(plannedPence),
          moneyInWords(actualPence),
          moneyInWords(expectedPence),
        ])}
      />
    </section>
  );
}

const bar = (name: string, pence: number) => ({ name, value: pence / 100, said: moneyInWords(pence) });
