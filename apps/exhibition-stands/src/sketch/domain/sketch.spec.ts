import { describe, expect, it } from '@jest/globals';
import { checkSketch, type ThingInput } from './sketch.js';

const table: ThingInput = { kind: 'table', label: '', x: '0', y: '0', width: '1.8', depth: '0.6' };
const codes = (width: string, depth: string, ...things: ThingInput[]) => {
  const checked = checkSketch({ width, depth, things });
  return checked.ok ? 'fine' : checked.problems.map(({ field, code }) => `${field} ${code}`);
};

describe('the floor of a stand', () => {
  it('is read in metres and kept in centimetres', () => {
    const checked = checkSketch({ width: ' 3 m', depth: '2,5', things: [{ ...table, x: '1.2', y: '1.9' }] });
    expect(checked).toEqual({
      ok: true,
      value: {
        width: 300,
        depth: 250,
        things: [{ kind: 'table', label: '', x: 120, y: 190, width: 180, depth: 60 }],
      },
    });
  });

  it('has nothing that reaches beyond it', () => {
    expect(codes('3', '2', { ...table, x: '1.21' })).toEqual(['things.0.x outside']);
    expect(codes('3', '2', { ...table, y: '1.41' })).toEqual(['things.0.y outside']);
    expect(codes('3', '2', { ...table, x: '1.2', y: '1.4' })).toBe('fine');
  });

  it.each(['', 'wide', '-1', '0.3', '1e3', '51', '1.234'])('is not %j wide', (width) => {
    expect(codes(width, '2')).toEqual([expect.stringMatching(/^width /)]);
  });

  it('has no more things than fit', () => {
    expect(codes('3', '2', ...Array.from({ length: 25 }, () => table))).toEqual(['things too-many']);
  });
});
