import { bar, RowPlot, rowX, type RowPlotProps } from './row-plot.js';
import { countAxis } from './scale.js';

/** An amount with its name. */
export interface PlottedBar {
  readonly name: string;
  /** Not negative. */
  readonly value: number;
  /** In words: "6 hours", "12 people". */
  readonly said: string;
}

export interface BarsPlotProps extends RowPlotProps {
  /** At least one, in the order in which they are drawn. */
  readonly bars: readonly PlottedBar[];
  /** What stands at the marks of the axis: "10 h". */
  readonly markInWords: (mark: number) => string;
}

/** Amounts beside each other, a bar each. The same numbers belong into a table beneath. */
export function BarsPlot({ bars, markInWords, ...plot }: BarsPlotProps) {
  const axis = countAxis(bars.map(({ value }) => Math.ceil(value)));
  return (
    <RowPlot
      {...plot}
      axis={axis}
      markInWords={markInWords}
      rows={bars.map(({ name, value, said }) => ({
        label: name,
        said,
        drawing: value > 0 && (
          <g class="cn-plot__part cn-plot__part--taken">
            <rect
              class="cn-plot__piece"
              x={rowX(axis, 0)}
              y={bar.top}
              width={rowX(axis, value) - rowX(axis, 0)}
              height={bar.height}
            />
          </g>
        ),
      }))}
    />
  );
}
