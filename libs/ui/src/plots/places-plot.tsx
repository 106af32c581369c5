import { ResponsiveTable } from '../components/responsive-table.js';
import { numberInWords } from '../dates/amounts.js';
import { bar, RowPlot, rowStart, rowX, type RowPlotProps } from './row-plot.js';
import { countAxis, type Axis } from './scale.js';

/** How the places of a pool stand; whole numbers. */
export interface PoolPlaces {
  readonly name: string;
  readonly capacity: number;
  readonly taken: number;
  /** For somebody who is booking just now. */
  readonly held: number;
  /** For somebody who may still book: by a code, or on offer. */
  readonly reserved: number;
}

export interface PlacesPlotProps extends RowPlotProps {
  readonly pools: readonly PoolPlaces[];
  /** Heads the table with the same numbers. */
  readonly caption: string;
}

const parts = ['taken', 'held', 'reserved'] as const;

type Part = (typeof parts)[number] | 'free' | 'over';

/** What each pattern means, with the room that it needs in the key. */
const key: readonly { readonly part: Part; readonly words: string; readonly width: number }[] = [
  { part: 'taken', words: 'Taken', width: 100 },
  { part: 'held', words: 'Held', width: 92 },
  { part: 'reserved', words: 'Reserved', width: 126 },
  { part: 'free', words: 'Free', width: 90 },
  { part: 'over', words: 'Too many', width: 120 },
];

const usedOf = ({ taken, held, reserved }: PoolPlaces): number => taken + held + reserved;

const freeOf = (pool: PoolPlaces): number => Math.max(0, pool.capacity - usedOf(pool));

/** How many places of a pool are drawn as a part. */
const sizeOf = (pool: PoolPlaces, part: Part): number => {
  if (part === 'free') return freeOf(pool);
  return part === 'over' ? overOf(pool) : pool[part];
};

const overOf = (pool: PoolPlaces): number => Math.max(0, usedOf(pool) - pool.capacity);

/** "182 of 200: 18 free", "205 of 200: 5 too many" */
function placesInWords(pool: PoolPlaces): string {
  const over = overOf(pool);
  const rest =
    over > 0
      ? `${numberInWords(over)} too many`
      : freeOf(pool) === 0
        ? 'full'
        : `${numberInWords(freeOf(pool))} free`;
  return `${numberInWords(usedOf(pool))} of ${numberInWords(pool.capacity)}: ${rest}`;
}

/** How full pools of places are: what is taken, held, reserved and free of each, drawn with a pattern each; and as a table. */
export function PlacesPlot({ pools, caption, ...plot }: PlacesPlotProps) {
  const axis = countAxis(pools.map((pool) => Math.max(pool.capacity, usedOf(pool))));
  const columns = [
    { key: 'pool', heading: 'Limit' },
    ...['Taken', 'Held', 'Reserved', 'Free', 'Capacity'].map(
      (heading) => ({ key: heading, heading, format: 'numeric' }) as const,
    ),
  ];
  return (
    <>
      <RowPlot
        {...plot}
        axis={axis}
        markInWords={numberInWords}
        head={{ height: 40, drawing: <Key id={plot.id} pools={pools} /> }}
        rows={pools.map((pool) => ({
          label: pool.name,
          said: placesInWords(pool),
          drawing: <Bar id={plot.id} pool={pool} axis={axis} />,
        }))}
      />
      <ResponsiveTable
        caption={caption}
        columns={columns}
        rows={pools.map((pool) => [
          pool.name,
          ...[pool.taken, pool.held, pool.reserved].map(numberInWords),
          overOf(pool) > 0 ? `${numberInWords(overOf(pool))} too many` : numberInWords(freeOf(pool)),
          numberInWords(pool.capacity),
        ])}
      />
    </>
  );
}

interface BarProps {
  readonly id: string;
  readonly pool: PoolPlaces;
  readonly axis: Axis;
}

function Bar({ id, pool, axis }: BarProps) {
  let from = 0;
  const pieces: { part: Part; from: number; to: number }[] = parts.map((part) => {
    const piece = { part, from, to: from + pool[part] };
    from = piece.to;
    return piece;
  });
  pieces.push({ part: 'free', from, to: Math.max(from, pool.capacity) });
  if (overOf(pool) > 0) pieces.push({ part: 'over', from: pool.capacity, to: from });
  const limit = rowX(axis, pool.capacity);
  return (
    <>
      {pieces
        .filter((piece) => piece.to > piece.from)
        .map(({ part, from: start, to }) => (
          <Piece
            key={part}
            id={id}
            part={part}
            x={rowX(axis, start)}
            width={rowX(axis, to) - rowX(axis, start)}
          />
        ))}
      <line class="cn-plot__limit" x1={limit} x2={limit} y1={bar.top - 4} y2={bar.top + bar.height + 4} />
    </>
  );
}

interface PieceProps {
  readonly id: string;
  readonly part: Part;
  readonly x: number;
  readonly width: number;
}

/** Solid, hatched, dotted, empty; what is too many stands out of the bar at its foot. */
function Piece({ id, part, x, width }: PieceProps) {
  const isPattern = part === 'held' || part === 'reserved';
  const [y, height] = part === 'over' ? [bar.top + bar.height + 2, 6] : [bar.top, bar.height];
  return (
    <g class={`cn-plot__part cn-plot__part--${part}`}>
      {isPattern && <rect class="cn-plot__ground" x={x} y={y} width={width} height={height} />}
      <rect
        class={isPattern ? 'cn-plot__outline' : 'cn-plot__piece'}
        x={x}
        y={y}
        width={width}
        height={height}
        {...(isPattern && { fill: `url(#${id}-${part})` })}
      />
    </g>
  );
}

interface KeyProps {
  readonly id: string;
  readonly pools: readonly PoolPlaces[];
}

/** Says what the patterns mean that are drawn. */
function Key({ id, pools }: KeyProps) {
  let next: number = rowStart;
  const shown = key
    .filter(({ part }) => pools.some((pool) => sizeOf(pool, part) > 0))
    .map(({ width, ...rest }) => {
      const x = next;
      next += width;
      return { ...rest, x };
    });
  return (
    <>
      <defs>
        <pattern id={`${id}-held`} width="8" height="8" patternUnits="userSpaceOnUse">
          <path class="cn-plot__hatch cn-plot__part--held" d="M-2 10L10 -2M-2 2L2 -2M6 10L10 6" />
        </pattern>
        <pattern id={`${id}-reserved`} width="7" height="7" patternUnits="userSpaceOnUse">
          <circle class="cn-plot__dot cn-plot__part--reserved" cx="3.5" cy="3.5" r="1.8" />
        </pattern>
      </defs>
      {shown.map(({ part, words, x }) => (
        <g key={part} transform={`translate(0 ${-bar.top + 6})`}>
          {/* What is too many has no bar of its own to stand at the foot of. */}
          <g {...(part === 'over' && { transform: 'translate(0 -16)' })}>
            <Piece id={id} part={part} x={x} width={30} />
          </g>
          <text class="cn-plot__text" x={x + 38} y={bar.top + 16}>
            {words}
          </text>
        </g>
      ))}
    </>
  );
}
