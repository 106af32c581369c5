import { Inject, Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { checkOptionalText } from '#checks';
import { lockPeopleForChanges } from '#people';
import { conflict, dateOf, Transactions, unprocessable, valueOf } from '#platform';
import { isId } from '../domain/ids.js';
import { LockExhibition } from '../exhibitions/lock-exhibition.js';
import { CLOCK, type Clock } from '../tokens.js';
import {
  isCounted,
  overruns,
  passAfter,
  passStatusOf,
  type Overrun,
  type PassAct,
  type PassState,
} from './domain/pass.js';
import { PassLimitsOf } from './pass-limits-of.js';

/** What is done about passes: the same for each of some people, on each of some days. */
export interface PassStep {
  readonly act: PassAct;
  readonly memberIds: readonly string[];
  /** ISO. */
  readonly days: readonly string[];
  /** Why the host refused them; only then. */
  readonly reason: string;
}

export interface PassesChanged {
  readonly changed: number;
  /** Passes with which this could not be done, as they are not so far, or further. */
  readonly unchanged: number;
}

/** More than these are not changed at once. */
const mostChanged = 5000;

interface Change {
  readonly memberId: string;
  readonly day: string;
  readonly to: PassState;
}

/** Takes passes a step further. The host's limits hold: nobody is applied for beyond them, however many do so at once. */
@Injectable()
export class ChangePasses {
  constructor(
    private readonly transactions: Transactions,
    private readonly lockExhibition: LockExhibition,
    private readonly limits: PassLimitsOf,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  /**
   * All of them or, where there are too few passes on a day, none.
   *
   * @throws Problem 404; 409 `no-passes-left`; 422
   */
  run(exhibitionId: string, step: PassStep): Promise<PassesChanged> {
    const reason = valueOf(checkOptionalText(step.reason, 'reason', { longest: 300 }));
    const problem = problemOf(step, reason);
    if (problem !== null) throw unprocessable([problem]);
    return this.transactions.run(async (manager) => {
      await lockPeopleForChanges(manager);
      const exhibition = await this.lockExhibition.run(manager, exhibitionId);
      const days = new Set(exhibition.days.map(({ day }) => day));
      const wanted = [...new Set(step.days)].filter((day) => days.has(day));
      const members: { id: string }[] = await manager.query(
        `SELECT id FROM team_members WHERE exhibition_id = $1 AND id = ANY($2::uuid[]) AND status <> 'left'`,
        [exhibitionId, step.memberIds.filter(isId)],
      );
      const now: { memberId: string; day: string; status: string }[] = await manager.query(
        'SELECT team_member_id AS "memberId", day::text, status FROM passes WHERE exhibition_id = $1',
        [exhibitionId],
      );
      const states = new Map(
        now.map(({ memberId, day, status }) => [`${memberId} ${day}`, passStatusOf(status)]),
      );
      const pairs = members.flatMap(({ id: memberId }) => wanted.map((day) => ({ memberId, day })));
      const changes = pairs.flatMap(({ memberId, day }): Change[] => {
        const to = passAfter(states.get(`${memberId} ${day}`) ?? 'none', step.act);
        return to === null ? [] : [{ memberId, day, to }];
      });
      await this.mustFit(manager, exhibitionId, states, changes);
      await this.write(manager, exhibitionId, changes, step.act === 'refuse' ? reason : null);
      return { changed: changes.length, unchanged: pairs.length - changes.length };
    });
  }

  private async mustFit(
    manager: EntityManager,
    exhibitionId: string,
    states: ReadonlyMap<string, PassState>,
    changes: readonly Change[],
  ): Promise<void> {
    const more = changes.filter(
      ({ memberId, day, to }) => isCounted(to) && !isCounted(states.get(`${memberId} ${day}`) ?? 'none'),
    );
    if (more.length === 0) return;
    const limits = new Map(Object.entries(await this.limits.run(exhibitionId, manager)));
    const wanted = new Map<string, number>();
    for (const [key, state] of states) {
      const day = key.split(' ')[1] ?? '';
      if (isCounted(state)) wanted.set(day, (wanted.get(day) ?? 0) + 1);
    }
    const taken = new Map(wanted);
    for (const { day } of more) wanted.set(day, (wanted.get(day) ?? 0) + 1);
    const asked = new Set(more.map(({ day }) => day));
    const over = overruns(new Map([...wanted].filter(([day]) => asked.has(day))), limits);
    if (over.length > 0) throw noPassesLeft(over, taken);
  }

  private async write(
    manager: EntityManager,
    exhibitionId: string,
    changes: readonly Change[],
    reason: string | null,
  ): Promise<void> {
    const gone = changes.filter(({ to }) => to === 'none');
    const kept = changes.filter(({ to }) => to !== 'none');
    const members = (list: readonly Change[]) => list.map(({ memberId }) => memberId);
    const days = (list: readonly Change[]) => list.map(({ day }) => day);
    await manager.query(
      `DELETE FROM passes WHERE (team_member_id, day) IN (SELECT * FROM unnest($1::uuid[], $2::date[]))`,
      [members(gone), days(gone)],
    );
    await manager.query(
      `INSERT INTO passes (team_member_id, day, exhibition_id, status, reason, changed_at)
       SELECT member, day, $4, status, $5, $6 FROM unnest($1::uuid[], $2::date[], $3::text[]) AS new (member, day, status)
       ON CONFLICT (team_member_id, day) DO UPDATE
       SET status = excluded.status, reason = excluded.reason, changed_at = excluded.changed_at`,
      [members(kept), days(kept), kept.map(({ to }) => to), exhibitionId, reason, dateOf(this.clock())],
    );
  }
}

function problemOf({ act, memberIds, days }: PassStep, reason: string | null) {
  if (memberIds.length === 0) {
    return { field: 'memberIds', code: 'missing', message: 'Choose at least one person.' };
  }
  if (days.length === 0) return { field: 'days', code: 'missing', message: 'Choose at least one day.' };
  if (memberIds.length * days.length > mostChanged) {
    return {
      field: 'memberIds',
      code: 'too-many',
      message: 'This is too many at once. Choose fewer people.',
    };
  }
  return act === 'refuse' && reason === null
    ? { field: 'reason', code: 'missing', message: 'Say why the host refused.' }
    : null;
}

function noPassesLeft(over: readonly Overrun[], taken: ReadonlyMap<string, number>) {
  const days = over.map(({ day, places }) => {
    const left = Math.max(0, places - (taken.get(day) ?? 0));
    return left === 0 ? `none is left for ${day}` : `${left} ${left === 1 ? 'is' : 'are'} left for ${day}`;
  });
  return conflict(
    'no-passes-left',
    `There are not as many passes: ${days.join(', ')}. Nothing was changed. Choose fewer people or fewer days.`,
  );
}
