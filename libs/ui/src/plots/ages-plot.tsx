import { ResponsiveTable } from '../components/responsive-table.js';
import { moneyInWords, numberInWords } from '../dates/amounts.js';
import { bar, RowPlot, rowX, type RowPlotProps } from './row-plot.js';
import { countAxis } from './scale.js';

/** What is owed since about the same time. */
export interface DebtAge {
  /** "Not yet due", "31 to 60 days overdue". */
  readonly name: string;
  /** Whole pence, not negative. */
  readonly pence: number;
  readonly invoices: number;
  readonly isOverdue: boolean;
}

export interface AgesPlotProps extends RowPlotProps {
  /** From the youngest to the oldest. */
  readonly ages: readonly DebtAge[];
  /** Heads the table with the same numbers. */
  readonly caption: string;
}

/** How old debts are: a bar for each age, what is overdue hatched; and as a table with its sum. */
export function AgesPlot({ ages, caption, ...plot }: AgesPlotProps) {
  const axis = countAxis(ages.map(({ pence }) => Math.ceil(pence / 100)));
  const total = (of: (age: DebtAge) => number) => ages.reduce((sum, age) => sum + of(age), 0);
  return (
    <>
      <RowPlot
        {...plot}
        axis={axis}
        markInWords={(mark) => moneyInWords(mark * 100, { dropZeroPence: true })}
        head={{ height: 0, drawing: <Hatch id={plot.id} /> }}
        rows={ages.map(({ name, pence, isOverdue }) => ({
          label: name,
          said: moneyInWords(pence),
          drawing: pence > 0 && (
            <g class={`cn-plot__part cn-plot__part--${isOverdue ? 'overdue' : 'due'}`}>
              <rect
                class={isOverdue ? 'cn-plot__outline' : 'cn-plot__piece'}
                x={rowX(axis, 0)}
                y={bar.top}
                width={rowX(axis, pence / 100) - rowX(axis, 0)}
                height={bar.height}
                {...(isOverdue && { fill: `url(#${plot.id}-overdue)` })}
              />
            </g>
          ),
        }))}
      />
      <ResponsiveTable
        caption={caption}
        columns={[
          { key: 'age', heading: 'How old' },
          { key: 'invoices', heading: 'Invoices', format: 'numeric' },
          { key: 'amount', heading: 'Amount', format: 'numeric' },
        ]}
        rows={[
          ...ages.map(({ name, invoices, pence }) => [name, numberInWords(invoices), moneyInWords(pence)]),
          [
            'In all',
            numberInWords(total(({ invoices }) => invoices)),
            moneyInWords(total(({ pence }) => pence)),
          ],
        ]}
      />
    </>
  );
}

function Hatch({ id }: { readonly id: string }) {
  return (
    <defs>
      <pattern id={`${id}-overdue`} width="8" height="8" patternUnits="userSpaceOnUse">
        <path class="cn-plot__hatch cn-plot__part--overdue" d="M-2 10L10 -2M-2 2L2 -2M6 10L10 6" />
      </pattern>
    </defs>
  );
}
