import { describe, expect, it } from '@jest/globals';
import type { DraftChange } from './draft.js';
import { canUndo, stepsInTheWay, type DraftStep, type StepAct } from './step.js';

const change = (shift: string, member: string): DraftChange =>
  member === ''
    ? { kind: 'shift', shift, member }
    : { kind: 'forbidden', shift, member, before: false, after: true };

const step = (act: StepAct, changes: readonly DraftChange[], undoneIn: number | null = null): DraftStep => ({
  number: 1,
  at: new Date(0),
  personName: 'Sam',
  act,
  changes,
  undoneIn,
});

describe('a step', () => {
  it('can be taken back once, where it changed who is where', () => {
    const some = [change('s1', 'ann')];
    expect(canUndo(step('put', some))).toBe(true);
    expect(canUndo(step('fill', some))).toBe(true);
    expect(canUndo(step('put', some, 2))).toBe(false);
    expect(canUndo(step('put', []))).toBe(false);
    expect(canUndo(step('undo', some))).toBe(false);
    expect(canUndo(step('shifts', some))).toBe(false);
  });

  it('is in the way of what concerns the same shift, or the same person', () => {
    const steps = [step('put', [change('s1', 'ann')]), step('shifts', [change('s2', '')])];
    const [put, shifts] = steps;
    expect(stepsInTheWay(steps, [change('s1', 'ben')])).toEqual([put]);
    expect(stepsInTheWay(steps, [change('s3', 'ann')])).toEqual([put]);
    expect(stepsInTheWay(steps, [change('s2', 'ben')])).toEqual([shifts]);
    expect(stepsInTheWay(steps, [change('s3', 'ben')])).toEqual([]);
    // A changed shift concerns nobody by name: two such have nothing in common.
    expect(stepsInTheWay(steps, [change('s3', '')])).toEqual([]);
  });
});
