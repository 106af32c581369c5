import * as fc from 'fast-check';
import { Temporal } from 'temporal-polyfill';
import { drawMap, placesOf, visitPlaces, type MapPlace } from './draw-map.js';

const place = (name: string, lat: number, lon: number): MapPlace => ({
  name,
  address: null,
  point: { lat, lon },
});

const bologna = place('Bologna', 44.4938, 11.3426);
const modena = place('Modena', 44.6471, 10.9252);
const reggio = place('Reggio', 44.6983, 10.6302);

describe('drawMap', () => {
  it('has the north above and the east to the right', () => {
    const map = drawMap([bologna, modena, reggio]);
    const [b, m, r] = map?.marks ?? [];
    expect([b, m, r].map((mark) => mark?.places)).toEqual([[0], [1], [2]]);
    expect((b?.x ?? 0) > (m?.x ?? 0) && (m?.x ?? 0) > (r?.x ?? 0)).toBe(true);
    expect((b?.y ?? 0) > (m?.y ?? 0) && (m?.y ?? 0) > (r?.y ?? 0)).toBe(true);
    expect(map?.way).toEqual([0, 1, 2]);
  });

  it('says how far a stretch of it is', () => {
    const { scale, marks } = drawMap([bologna, reggio]) ?? {};
    const [b, r] = marks ?? [];
    const far = Math.hypot((b?.x ?? 0) - (r?.x ?? 0), (b?.y ?? 0) - (r?.y ?? 0));
    // 61 km as the crow flies.
    expect((far / (scale?.length ?? 1)) * (scale?.kilometres ?? 0)).toBeGreaterThan(60);
    expect((far / (scale?.length ?? 1)) * (scale?.kilometres ?? 0)).toBeLessThan(62);
  });

  it('has one mark for what lies together', () => {
    const hall = place('Hall', 44.4939, 11.3427);
    expect(drawMap([bologna, hall, modena])?.marks.map(({ places }) => places)).toEqual([[0, 1], [2]]);
    expect(drawMap([bologna])).toMatchObject({ marks: [{ x: 160 }], scale: null });
    expect(drawMap([])).toBeNull();
  });

  it('names a place once, and passes over those of which nobody knows where they are', () => {
    const stop = { name: 'Bologna', address: null, point: bologna.point };
    expect(placesOf([stop, null, { ...stop, point: null }, stop])).toEqual([bologna]);
  });

  it('has every place within the drawing, under one mark each, none of which covers another', () => {
    const anywhere = fc.record({
      lat: fc.double({ min: -80, max: 80, noNaN: true }),
      lon: fc.double({ min: -179, max: 179, noNaN: true }),
    });
    fc.assert(
      fc.property(fc.array(anywhere, { minLength: 1, maxLength: 12 }), (points) => {
        const map = drawMap(points.map(({ lat, lon }, index) => place(String(index), lat, lon)));
        const marks = map?.marks ?? [];
        expect(marks.flatMap(({ places }) => places).toSorted((a, b) => a - b)).toEqual(
          points.map((_, index) => index),
        );
        for (const [index, { x, y }] of marks.entries()) {
          expect(x >= 0 && x <= (map?.width ?? 0) && y >= 0 && y <= (map?.height ?? 0)).toBe(true);
          for (const other of marks.slice(index + 1))
            expect(Math.hypot(x - other.x, y - other.y)).toBeGreaterThanOrEqual(30);
        }
      }),
    );
  });
});

describe('visitPlaces', () => {
  const london = place('London', 51.47, -0.45);
  const airport = place('Bologna airport', 44.53, 11.29);
  const part = (hour: number, isByAir: boolean, stop: MapPlace, to: MapPlace | null = null) => ({
    id: String(hour),
    start: Temporal.Instant.from(`2035-03-11T${String(hour).padStart(2, '0')}:00:00Z`),
    end: Temporal.Instant.from(`2035-03-11T${String(hour + 1).padStart(2, '0')}:00:00Z`),
    stop,
    to,
    isByAir,
  });

  it('leaves out of the drawing where one only flies from or to, and draws all else', () => {
    const shown = visitPlaces([
      part(9, false, modena),
      part(6, true, london, airport),
      part(8, false, airport, bologna),
      part(20, true, airport, london),
    ]);
    expect(shown).toEqual({ places: [airport, bologna, modena], byAir: [london] });
    expect(drawMap(shown.places)?.scale?.kilometres).toBeLessThan(50);
  });

  it('has nothing to draw where there are flights alone', () => {
    expect(visitPlaces([part(6, true, london, airport)])).toEqual({ places: [], byAir: [london, airport] });
  });
});
