import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { Temporal } from 'temporal-polyfill';
import { hasIt, type CurrentStatus } from '../../published/domain/rota-diff.js';
import {
  momentOf,
  presenceActOf,
  presenceActs,
  presenceAfter,
  type Moment,
  type PresenceAct,
} from './presence.js';

const at = (time: string) => Temporal.Instant.from(`2035-09-23T${time}:00Z`);

describe('saying who is there', () => {
  it.each<[string, Moment]>([
    ['08:44', 'too-early'],
    ['08:45', 'before'],
    ['09:00', 'during'],
    ['10:59', 'during'],
    ['11:00', 'after'],
  ])('at %s is %s', (time, moment) => {
    expect(momentOf({ start: at('09:00'), end: at('11:00') }, at(time))).toBe(moment);
  });

  it.each<[CurrentStatus, PresenceAct, Moment, CurrentStatus | null]>([
    ['assigned', 'check-in', 'too-early', null],
    ['assigned', 'check-in', 'before', 'checked-in'],
    ['assigned', 'no-show', 'before', null],
    ['assigned', 'check-in', 'after', 'checked-in'],
    ['assigned', 'no-show', 'during', 'no-show'],
    ['assigned', 'no-show', 'after', 'no-show'],
    ['no-show', 'check-in', 'during', 'checked-in'],
    ['checked-in', 'no-show', 'during', null],
    ['checked-in', 'undo', 'too-early', null],
    ['checked-in', 'undo', 'before', 'assigned'],
    ['no-show', 'undo', 'during', 'assigned'],
    ['no-show', 'undo', 'after', 'assigned'],
    ['dropped-out', 'check-in', 'during', null],
    ['dropped-out', 'undo', 'during', null],
  ])('%s, %s %s: %s', (status, act, moment, after) => {
    expect(presenceAfter(status, act, moment)).toBe(after);
  });

  it('is one of three things, and nothing else', () => {
    expect(presenceActs).toEqual(['check-in', 'no-show', 'undo']);
    expect([...presenceActs, 'party', ''].map(presenceActOf)).toEqual([...presenceActs, null, null]);
  });

  it('brings nobody back who dropped out', () => {
    const moments = fc.constantFrom<Moment>('too-early', 'before', 'during', 'after');
    fc.assert(
      fc.property(fc.constantFrom(...presenceActs), moments, (act, moment) => {
        expect(presenceAfter('dropped-out', act, moment)).toBeNull();
        const after = presenceAfter('checked-in', act, moment);
        expect(after === null || hasIt({ status: after })).toBe(true);
      }),
    );
  });
});
