import { Inject, Injectable } from '@nestjs/common';
import { InjectDataSource } from '@nestjs/typeorm';
import { In, Not, type DataSource, type EntityManager } from 'typeorm';
import { allValues, type SubmittedValues } from '#ui';
import { dateOf } from '#platform';
import { CLOCK, type Clock } from '../tokens.js';
import { reminderDays, type DaysBefore } from './domain/reminder-days.js';
import { FollowReminderRow } from './follow-reminder.entity.js';

/** The name of the checkboxes. */
export const remindersField = 'reminders';

/** Of what a form was sent with, the days that there are to choose from. */
export function chosenIn(submitted: SubmittedValues): DaysBefore[] {
  const values = allValues(submitted, remindersField);
  return reminderDays.filter((days) => values.includes(String(days)));
}

/** Which reminders people have chosen with what they follow. */
@Injectable()
export class Reminders {
  constructor(
    @InjectDataSource() private readonly dataSource: DataSource,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  /** Sets those of a follow to what a form was sent with. What was chosen before stays as old as it is. */
  async choose(manager: EntityManager, followId: string, submitted: SubmittedValues): Promise<void> {
    const days = chosenIn(submitted);
    await manager.delete(FollowReminderRow, { followId, daysBefore: Not(In(days)) });
    const since = dateOf(this.clock());
    await manager
      .createQueryBuilder()
      .insert()
      .into(FollowReminderRow)
      .values(days.map((daysBefore) => ({ followId, daysBefore, since })))
      .orIgnore()
      .execute();
  }

  /** Those of some follows, by the follows' ids; a follow without any is missing. */
  async chosen(followIds: readonly string[]): Promise<ReadonlyMap<string, readonly number[]>> {
    const rows = await this.dataSource.manager.find(FollowReminderRow, {
      where: { followId: In([...followIds]) },
      order: { daysBefore: 'ASC' },
    });
    const days = new Map<string, number[]>();
    for (const { followId, daysBefore } of rows) {
      days.set(followId, [...(days.get(followId) ?? []), daysBefore]);
    }
    return days;
  }
}

/** Whoever follows a new event since it took over an event's later dates wants the reminders that they chose of that. */
export async function copyReminders(
  manager: EntityManager,
  fromEvent: string,
  toEvent: string,
): Promise<void> {
  await manager.query(
    `INSERT INTO follow_reminders (follow_id, days_before, since)
     SELECT n.id, r.days_before, r.since
     FROM follow_reminders r JOIN follows f ON f.id = r.follow_id
       JOIN follows n ON n.person_id = f.person_id AND n.event_id = $2
     WHERE f.event_id = $1 ON CONFLICT DO NOTHING`,
    [fromEvent, toEvent],
  );
}
