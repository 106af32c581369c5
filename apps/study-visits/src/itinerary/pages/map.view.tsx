import { listInWords, plural } from '#ui';
import { drawMap, type DrawnMap, type MapPlace, type VisitPlaces } from '../domain/draw-map.js';
import { stopInWords } from '../in-words.js';
import { mapAddress } from '../map-address.js';

/** Places as they lie to each other, drawn, and the same as a list with the way to each on a map; below, where one flies. */
export function PlacesMap({ shown: { places, byAir } }: { readonly shown: VisitPlaces }) {
  const map = drawMap(places);
  return (
    <>
      {map !== null && (
        <>
          <div class="govuk-grid-row">
            <div class="govuk-grid-column-one-half">
              <Drawing map={map} places={places} />
            </div>
          </div>
          <h2 class="govuk-heading-m">The same as a list</h2>
          <ol class="govuk-list govuk-list--number">
            {places.map((place, index) => (
              <PlaceLine key={index} place={place} />
            ))}
          </ol>
        </>
      )}
      {byAir.length > 0 && (
        <>
          <h2 class="govuk-heading-m">By air</h2>
          <p class="govuk-body">They are too far away to be on the drawing.</p>
          <ul class="govuk-list govuk-list--bullet">
            {byAir.map((place, index) => (
              <PlaceLine key={index} place={place} />
            ))}
          </ul>
        </>
      )}
    </>
  );
}

function PlaceLine({ place }: { readonly place: MapPlace }) {
  return (
    <li>
      <bdi>{stopInWords(place)}</bdi> (
      <a class="govuk-link" href={mapAddress(place.point)}>
        OpenStreetMap<span class="govuk-visually-hidden">: {place.name}</span>
      </a>
      )
    </li>
  );
}

function Drawing({ map, places }: { readonly map: DrawnMap; readonly places: readonly MapPlace[] }) {
  const { width, height, marks, way, scale } = map;
  const foot = 28;
  const line = way.map((index) => marks[index]).filter((mark) => mark !== undefined);
  return (
    <svg
      class="cn-plot__drawing cn-plot__series"
      role="img"
      aria-labelledby="map-title"
      aria-describedby="map-description"
      width="100%"
      viewBox={`0 0 ${width} ${height + foot}`}
    >
      <title id="map-title">Where the visit goes</title>
      <desc id="map-description">
        {plural(places.length, 'place')} as they lie to each other, the north above, in the order in which
        they are first come to. The same places stand below as a list.
      </desc>
      <polyline class="cn-plot__mark" fill="none" points={line.map(({ x, y }) => `${x},${y}`).join(' ')} />
      {marks.map(({ x, y, places: own }) => (
        <g key={own[0]}>
          <title>{listInWords(own.map((index) => places[index]?.name ?? ''))}</title>
          <circle class="cn-plot__point" cx={x} cy={y} r="4" />
          <text class="cn-plot__text" x={x} y={y - 9} text-anchor={anchorAt(x, width)}>
            {numbersOf(own)}
          </text>
        </g>
      ))}
      {scale !== null && (
        <g>
          <line
            class="cn-plot__zero"
            x1="8"
            y1={height + foot - 8}
            x2={8 + scale.length}
            y2={height + foot - 8}
          />
          <text class="cn-plot__text" x={16 + scale.length} y={height + foot - 3}>
            {scale.kilometres} km
          </text>
        </g>
      )}
    </svg>
  );
}

/** At the edges, numbers grow inwards. */
function anchorAt(x: number, width: number): 'start' | 'middle' | 'end' {
  if (x < width / 4) return 'start';
  return x > (width * 3) / 4 ? 'end' : 'middle';
}

/** So many numbers are written at a mark. */
const mostNumbers = 4;

/** "1, 3" as the list has them; "1, 3, 4 …" */
const numbersOf = (own: readonly number[]): string =>
  `${own
    .slice(0, mostNumbers)
    .map((index) => index + 1)
    .join(', ')}${own.length > mostNumbers ? ' …' : ''}`;
