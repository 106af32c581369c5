import { describe, expect, it } from '@jest/globals';
import type { DraftChange } from './draft.js';
import { stepsInTheWay, type DraftStep, type StepAct } from './step.js';

const change = (shift: string, member: string): DraftChange =>
  member === ''
    ? { kind: 'shift', shift, member }
    : { kind: 'forbidden', shift, member, before: false, after: true };

const step = (act: StepAct, ...changes: readonly DraftChange[]): DraftStep => ({
  number: 1,
  at: new Date(0),
  personName: 'Sam',
  act,
  changes,
  undoneIn: null,
});

describe('a step', () => {
  it('is in the way of what concerns the same shift, or the same person', () => {
    const steps = [step('put', change('s1', 'ann')), step('shifts', change('s2', ''))];
    const [put, shifts] = steps;
    expect(stepsInTheWay(steps, [change('s1', 'ben')])).toEqual([put]);
    expect(stepsInTheWay(steps, [change('s3', 'ann')])).toEqual([put]);
    expect(stepsInTheWay(steps, [change('s2', 'ben')])).toEqual([shifts]);
    expect(stepsInTheWay(steps, [change('s3', 'ben')])).toEqual([]);
    // One of its changes is enough.
    const swap = step('swap', change('s4', 'cas'), change('s5', 'dee'));
    expect(stepsInTheWay([swap], [change('s5', 'ben')])).toEqual([swap]);
    // A changed shift concerns nobody by name: two such have nothing in common.
    expect(stepsInTheWay(steps, [change('s3', '')])).toEqual([]);
  });
});
