import type { ComponentChildren } from 'preact';
import { labelStep, type Axis } from './scale.js';

/** One thing that is counted, in each of the plot's periods. */
export interface Series {
  readonly name: string;
  readonly values: readonly number[];
}

export interface PlotProps {
  /** Unlike any other on the page. */
  readonly id: string;
  /** What is plotted; read out, and shown above it. */
  readonly title: string;
  /** What can be seen in it, for those who cannot; and where the same data stands as a table. */
  readonly description: string;
  /** What each period is called, below it. */
  readonly labels: readonly string[];
}

/** In CSS pixels, one to one: text in it keeps the size that it has. */
export const size = { width: 720, height: 340, left: 48, right: 130, top: 16, bottom: 40 } as const;

export const inner = {
  right: size.width - size.right,
  bottom: size.height - size.bottom,
  width: size.width - size.left - size.right,
  height: size.height - size.top - size.bottom,
} as const;

/** Labels of about seven characters that stand side by side without touching. */
const roomForLabels = 7;

export const yOf = (axis: Axis, value: number): number =>
  inner.bottom - ((value - axis.lowest) / (axis.highest - axis.lowest)) * inner.height;

/** The middle of a period's place. */
export const xOf = (index: number, count: number): number =>
  size.left + ((index + 0.5) / count) * inner.width;

/** A plot's frame: its title, its axes and the names of the periods. On a narrow screen it is scrolled sideways. */
export function Plot(props: PlotProps & { readonly axis: Axis; readonly children: ComponentChildren }) {
  const { id, title, description, labels, axis, children } = props;
  const [titleId, descriptionId] = [`${id}-title`, `${id}-description`];
  const every = labelStep(labels.length, roomForLabels);
  // Counted from the end, so that the latest period is always named.
  const isNamed = (index: number) => (labels.length - 1 - index) % every === 0;
  return (
    <div class="cn-plot" role="region" aria-labelledby={titleId} tabIndex={0}>
      <svg
        class="cn-plot__drawing"
        role="img"
        aria-labelledby={titleId}
        aria-describedby={descriptionId}
        width={size.width}
        height={size.height}
        viewBox={`0 0 ${size.width} ${size.height}`}
      >
        <title id={titleId}>{title}</title>
        <desc id={descriptionId}>{description}</desc>
        {axis.marks.map((mark) => (
          <g key={mark}>
            <line
              class={mark === 0 ? 'cn-plot__zero' : 'cn-plot__mark'}
              x1={size.left}
              x2={inner.right}
              y1={yOf(axis, mark)}
              y2={yOf(axis, mark)}
            />
            <text class="cn-plot__text" x={size.left - 8} y={yOf(axis, mark) + 5} text-anchor="end">
              {Math.abs(mark)}
            </text>
          </g>
        ))}
        {labels.map(
          (label, index) =>
            isNamed(index) && (
              <text
                key={label}
                class="cn-plot__text"
                x={xOf(index, labels.length)}
                y={size.height - 12}
                text-anchor="middle"
              >
                {label}
              </text>
            ),
        )}
        {children}
      </svg>
    </div>
  );
}
