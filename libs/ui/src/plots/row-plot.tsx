import type { ComponentChildren } from 'preact';
import type { Axis } from './scale.js';

/** In CSS pixels, one to one: text in it keeps the size that it has. */
const width = 720;
const top = 8;
const rowHeight = 60;
const axisHeight = 28;

/** Where in its row a bar stands, beneath its words. */
export const bar = { top: 24, height: 22 } as const;

/** Room for the last mark's number. */
const side = 40;

/** Where rows begin, from the left. */
export const rowStart = side;

/** More letters than these run into what stands at the other end. */
const longestLabel = 52;

export interface RowPlotProps {
  /** Unlike any other on the page. */
  readonly id: string;
  /** What is plotted; read out. */
  readonly title: string;
  /** What can be seen in it, for those who cannot. */
  readonly description: string;
}

export interface PlotRow {
  readonly label: string;
  /** Its value in words, at the other end. */
  readonly said: string;
  readonly drawing: ComponentChildren;
}

interface Frame extends RowPlotProps {
  readonly rows: readonly PlotRow[];
  readonly axis: Axis;
  readonly markInWords: (mark: number) => string;
  /** Patterns and a key, above the rows. */
  readonly head?: { readonly drawing: ComponentChildren; readonly height: number };
}

/** How far to the right a value lies. */
export const rowX = (axis: Axis, value: number): number =>
  Math.round(((value - axis.lowest) / (axis.highest - axis.lowest)) * (width - 2 * side) * 10) / 10 + side;

/** A plot of rows: each its name, its value in words, and beneath them what is drawn of it. On a narrow screen it is scrolled. */
export function RowPlot({ id, title, description, rows, axis, markInWords, head }: Frame) {
  const [titleId, descriptionId] = [`${id}-title`, `${id}-description`];
  const above = top + (head?.height ?? 0);
  const below = above + rows.length * rowHeight;
  return (
    <div class="cn-plot" role="region" aria-labelledby={titleId} tabIndex={0}>
      <svg
        class="cn-plot__drawing"
        role="img"
        aria-labelledby={titleId}
        aria-describedby={descriptionId}
        width={width}
        height={below + axisHeight}
        viewBox={`0 0 ${width} ${below + axisHeight}`}
      >
        <title id={titleId}>{title}</title>
        <desc id={descriptionId}>{description}</desc>
        {head?.drawing}
        {axis.marks.map((mark) => (
          <g key={mark}>
            <line
              class={mark === 0 ? 'cn-plot__zero' : 'cn-plot__mark'}
              x1={rowX(axis, mark)}
              x2={rowX(axis, mark)}
              y1={above}
              y2={below}
            />
            <text class="cn-plot__text" x={rowX(axis, mark)} y={below + 18} text-anchor="middle">
              {markInWords(mark)}
            </text>
          </g>
        ))}
        {rows.map(({ label, said, drawing }, index) => (
          <g key={index} transform={`translate(0 ${above + index * rowHeight})`}>
            <text class="cn-plot__text cn-plot__text--row" x={side + 6} y={18}>
              {shortened(label)}
            </text>
            <text class="cn-plot__text cn-plot__text--row" x={width - side} y={18} text-anchor="end">
              {said}
            </text>
            {drawing}
          </g>
        ))}
      </svg>
    </div>
  );
}

function shortened(label: string): string {
  const letters = Array.from(label);
  return letters.length > longestLabel ? `${letters.slice(0, longestLabel - 1).join('')}…` : label;
}
