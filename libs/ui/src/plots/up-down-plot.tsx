import { inner, Plot, xOf, yOf, type PlotProps, type Series } from './plot.js';
import { countAxis } from './scale.js';

export interface UpDownPlotProps extends PlotProps {
  /** Drawn upwards. */
  readonly up: Series;
  /** Drawn downwards, its values as positive numbers. */
  readonly down: Series;
}

/** A bar's part of its period's place. */
const barPart = 0.6;

/** Wider than this bars look like blocks, in pixels. */
const widestBar = 48;

/** What came and what went, one above and one below a line, each with its number. */
export function UpDownPlot({ up, down, ...plot }: UpDownPlotProps) {
  const axis = countAxis([...up.values, ...down.values.map((value) => -value)]);
  const count = plot.labels.length;
  const width = Math.min((inner.width / Math.max(count, 1)) * barPart, widestBar);
  const zero = yOf(axis, 0);
  const bar = (value: number, index: number) => {
    if (value === 0) return null;
    const y = yOf(axis, value);
    const [x, top, height] = [xOf(index, count) - width / 2, Math.min(y, zero), Math.abs(y - zero)];
    return <rect class="cn-plot__bar" x={x} y={top} width={width} height={height} />;
  };
  return (
    <Plot {...plot} axis={axis}>
      <g class="cn-plot__series cn-plot__series--up">{up.values.map((value, index) => bar(value, index))}</g>
      <g class="cn-plot__series cn-plot__series--down">
        {down.values.map((value, index) => bar(-value, index))}
      </g>
      <text class="cn-plot__text" x={inner.right + 10} y={zero - 12}>
        ↑ {up.name}
      </text>
      <text class="cn-plot__text" x={inner.right + 10} y={zero + 22}>
        ↓ {down.name}
      </text>
    </Plot>
  );
}
