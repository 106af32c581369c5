import { metresInWords, type FloorThing, type Sketch } from '../domain/sketch.js';
import { kindWords, placeInWords } from '../in-words.js';

export interface FloorProps {
  readonly sketch: Sketch;
  /** "Labour Party Conference 2027" */
  readonly title: string;
}

/** Room round the floor for its measures, in centimetres. */
const margin = 40;

const written = { 'text-anchor': 'middle', fill: 'currentColor', stroke: 'none' } as const;

/** The floor of a stand from above, and the same as a list. */
export function Floor({ sketch, title }: FloorProps) {
  const { width, depth, things } = sketch;
  const size = Math.max(width, depth);
  // A deep stand is not blown up to the width of the page.
  const across = Math.max(width, depth * 1.2);
  // Letters are as large on paper whatever the size of the stand.
  const letters = size / 28;
  return (
    <>
      <figure class="cn-flush">
        <svg
          viewBox={`${(width - across) / 2 - margin} ${-margin} ${across + 2 * margin} ${depth + 2 * margin}`}
          width="100%"
          fill="none"
          stroke="currentColor"
          role="img"
          aria-labelledby="floor-title floor-description"
          font-size={letters}
          stroke-width={size / 250}
        >
          <title id="floor-title">{`The floor of ${title}`}</title>
          <desc id="floor-description">
            {`${metresInWords(width)} wide and ${metresInWords(depth)} deep, seen from above; the front is below. The list beneath says where everything is.`}
          </desc>
          <rect x={0} y={0} width={width} height={depth} />
          {things.map((thing, index) => (
            <Thing key={index} thing={thing} number={index + 1} letters={letters} />
          ))}
          <text x={width / 2} y={-margin / 3} {...written}>
            {metresInWords(width)}
          </text>
          <text x={-margin / 3} y={depth / 2} {...written} text-anchor="end">
            {metresInWords(depth)}
          </text>
          <text x={width / 2} y={depth + margin * 0.8} {...written}>
            Front
          </text>
        </svg>
      </figure>
      {things.length > 0 && (
        <ol class="govuk-list govuk-list--number">
          {things.map((thing, index) => (
            <li key={index}>{placeInWords(thing)}</li>
          ))}
        </ol>
      )}
    </>
  );
}

interface ThingProps {
  readonly thing: FloorThing;
  readonly number: number;
  readonly letters: number;
}

/** Its number is that of the list; sockets are round, banners dashed, so that colour is not the only sign. */
function Thing({ thing, number, letters }: ThingProps) {
  const { kind, label, x, y, width, depth } = thing;
  const middle = { x: x + width / 2, y: y + depth / 2 };
  const words = label === '' ? kindWords[kind] : label;
  // A number always has room; words only where the thing is wide enough.
  const text = words.length * letters * 0.55 < width ? `${number} ${words}` : String(number);
  // What is too flat for letters has them in front of it.
  const line = depth > letters * 1.2 ? middle.y + letters * 0.35 : y + depth + letters;
  return (
    <g>
      {kind === 'socket' ? (
        <ellipse cx={middle.x} cy={middle.y} rx={width / 2} ry={depth / 2} />
      ) : (
        <rect
          x={x}
          y={y}
          width={width}
          height={depth}
          stroke-dasharray={kind === 'banner' ? '12 6' : undefined}
        />
      )}
      <text x={middle.x} y={line} {...written}>
        {text}
      </text>
    </g>
  );
}
