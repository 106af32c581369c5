import * as fc from 'fast-check';
import { drawMap, placesOf, type MapPlace } from './draw-map.js';

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
