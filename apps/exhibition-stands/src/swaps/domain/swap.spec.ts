import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { isOpen, swapActs, swapStep, swapStatuses, type SwapAct, type SwapStatus } from './swap.js';

/** What a row of acts comes to, and each step that was taken on the way. */
function after(acts: readonly SwapAct[], needsApproval: boolean) {
  let status: SwapStatus = 'asked';
  const steps: { readonly act: SwapAct; readonly from: SwapStatus; readonly to: SwapStatus }[] = [];
  for (const act of acts) {
    const step = swapStep(status, act, needsApproval);
    if (typeof step === 'string') continue;
    steps.push({ act, from: status, to: step.to });
    status = step.to;
  }
  return { status, steps };
}

const rows = fc.array(fc.constantFrom(...swapActs), { maxLength: 12 });

describe('a swap', () => {
  it('happens when the other accepts, or once staff have approved it', () => {
    expect(after(['accept'], false).status).toBe('done');
    expect(after(['accept'], true).status).toBe('agreed');
    expect(after(['accept', 'approve'], true).status).toBe('done');
    expect(after(['accept', 'refuse'], true).status).toBe('refused');
  });

  it('is not approved before the other says yes, with or without approval', () => {
    expect(swapStep('asked', 'approve', true)).toBe('not-possible');
    expect(swapStep('asked', 'refuse', true)).toBe('not-possible');
    expect(swapStep('asked', 'approve', false)).toBe('not-possible');
  });

  it('may be declined and withdrawn until it has happened', () => {
    for (const status of ['asked', 'agreed'] as const) {
      expect(swapStep(status, 'decline', true)).toEqual({ to: 'declined' });
      expect(swapStep(status, 'withdraw', true)).toEqual({ to: 'withdrawn' });
    }
    expect(swapStep('done', 'withdraw', true)).toBe('not-possible');
  });

  it('whatever is done in whatever order: happens once at most, agreed by both, and ends once', () => {
    fc.assert(
      fc.property(rows, fc.boolean(), (acts, needsApproval) => {
        const { steps } = after(acts, needsApproval);
        const done = steps.filter(({ to }) => to === 'done');
        expect(done.length).toBeLessThanOrEqual(1);
        if (done.length > 0) expect(steps.map(({ act }) => act)).toContain('accept');
        if (done.length > 0 && needsApproval) expect(steps.at(-1)?.act).toBe('approve');
        // Of what has ended nothing comes any more, and no state is come to twice: so nobody is told anything twice.
        expect(steps.slice(0, -1).every(({ to }) => isOpen(to))).toBe(true);
        expect(new Set(steps.map(({ to }) => to)).size).toBe(steps.length);
      }),
    );
  });

  it('is as it was when the same is done once more', () => {
    fc.assert(
      fc.property(
        fc.constantFrom(...swapStatuses),
        fc.constantFrom(...swapActs),
        fc.boolean(),
        (...given) => {
          const [status, act, needsApproval] = given;
          const step = swapStep(status, act, needsApproval);
          if (typeof step !== 'string') expect(swapStep(step.to, act, needsApproval)).toBe('already');
        },
      ),
    );
  });
});
