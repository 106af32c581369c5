import { inner, Plot, size, xOf, yOf, type PlotProps, type Series } from './plot.js';
import { countAxis, spread } from './scale.js';

export interface LinePlotProps extends PlotProps {
  /** Up to six; each is told from the others by its mark and its dashes too. */
  readonly series: readonly Series[];
}

/** How far apart the names at the ends of lines are, in pixels. */
const lineHeight = 20;

/** Counts over time, a line each, named at its end. */
export function LinePlot({ series, ...plot }: LinePlotProps) {
  const axis = countAxis(series.flatMap(({ values }) => values));
  const ends = series.map(({ values }) => yOf(axis, values.at(-1) ?? 0));
  const names = spread(ends, lineHeight, size.top, inner.bottom);
  return (
    <Plot {...plot} axis={axis}>
      {series.map(({ name, values }, index) => {
        const points = values.map((value, at) => ({ x: xOf(at, values.length), y: yOf(axis, value) }));
        return (
          <g key={name} class={`cn-plot__series cn-plot__series--${index + 1}`}>
            <polyline
              class="cn-plot__line"
              points={points.map(({ x, y }) => `${round(x)},${round(y)}`).join(' ')}
            />
            {points.map(({ x, y }) => (
              <path class="cn-plot__point" d={marks[index % marks.length]?.(round(x), round(y))} />
            ))}
            <path
              class="cn-plot__point"
              d={marks[index % marks.length]?.(inner.right + 10, names[index] ?? 0)}
            />
            <text class="cn-plot__text" x={inner.right + 22} y={(names[index] ?? 0) + 5}>
              {name} {values.at(-1) ?? 0}
            </text>
          </g>
        );
      })}
    </Plot>
  );
}

const round = (place: number): number => Math.round(place * 10) / 10;

/** Circle, square, triangle, diamond, cross, bar: told apart without colour. */
const marks: readonly ((x: number, y: number) => string)[] = [
  (x, y) => `M${x - 5} ${y}a5 5 0 1 0 10 0a5 5 0 1 0 -10 0Z`,
  (x, y) => `M${x - 5} ${y - 5}h10v10h-10Z`,
  (x, y) => `M${x} ${y - 6}l6 11h-12Z`,
  (x, y) => `M${x} ${y - 7}l7 7l-7 7l-7 -7Z`,
  (x, y) => `M${x - 2} ${y - 6}h4v4h4v4h-4v4h-4v-4h-4v-4h4Z`,
  (x, y) => `M${x - 7} ${y - 2}h14v4h-14Z`,
];
