import { Injectable } from '@nestjs/common';
import { InjectDataSource } from '@nestjs/typeorm';
import { Temporal } from 'temporal-polyfill';
import type { DataSource, EntityManager } from 'typeorm';
import { changesBetween, yesOrNo, type Checked } from '#checks';
import { conflict, notFound, valueOf, type Actor } from '#platform';
import { dateInWords } from '#ui';
import { ChangePlan } from '../plans/change-plan.js';
import { mustNotBeOver } from '../visits/change-visit.js';
import { BriefingDayRow, BriefingSettingsRow } from './briefing.entities.js';
import { daysToBrief } from './domain/day.js';
import {
  checkDayWords,
  checkSettings,
  usualSettings,
  type BriefingSettings,
  type DayWords,
} from './domain/settings.js';

/** A decision or words with their version; 0: nobody has said anything yet. */
export type Versioned<Thing> = Thing & { readonly version: number };

/** 409: somebody else said something else meanwhile. */
const editedMeanwhile = () =>
  conflict(
    'edited-meanwhile',
    'Somebody changed this after you opened it. Compare what is there now with yours, then save again.',
  );

/** Keeps what staff decide of a visit's briefings, and what they write for its days. */
@Injectable()
export class KeepBriefings {
  constructor(
    private readonly plan: ChangePlan,
    @InjectDataSource() private readonly dataSource: DataSource,
  ) {}

  async settings(
    visitId: string,
    manager: EntityManager = this.dataSource.manager,
  ): Promise<Versioned<BriefingSettings>> {
    const row = await manager.findOneBy(BriefingSettingsRow, { visitId });
    return row ?? { ...usualSettings, version: 0 };
  }

  async words(
    visitId: string,
    day: string,
    manager: EntityManager = this.dataSource.manager,
  ): Promise<Versioned<DayWords>> {
    const row = await manager.findOneBy(BriefingDayRow, { visitId, day });
    return row ?? { words: '', bring: '', version: 0 };
  }

  /**
   * What is so already is not changed, whatever version was seen: a second press is harmless.
   *
   * @throws Problem 404; 409 `edited-meanwhile`, `visit-ended`; 422
   */
  saveSettings(
    actor: Actor,
    { visitId, version }: { readonly visitId: string; readonly version: number },
    input: { readonly isSending: boolean; readonly sendAt: Checked<Temporal.PlainTime> },
  ): Promise<void> {
    const after = valueOf(checkSettings(input.isSending, input.sendAt));
    return this.plan.run(actor, visitId, async ({ manager, visit }) => {
      mustNotBeOver(visit);
      const before = await this.settings(visitId, manager);
      const changes = changesBetween(settingsInWords(before), settingsInWords(after));
      if (changes.length === 0) return { result: undefined, change: null };
      if (before.version !== version) throw editedMeanwhile();
      await manager.upsert(BriefingSettingsRow, { visitId, ...after, version: version + 1 }, ['visitId']);
      return { result: undefined, change: { action: 'When briefings are sent changed', changes } };
    });
  }

  /**
   * Writes a word for a day. A second press is harmless.
   *
   * @throws Problem 404, also for a day that the visit does not have; 409 `edited-meanwhile`, `visit-ended`; 422
   */
  saveWords(
    actor: Actor,
    { visitId, day, version }: { readonly visitId: string; readonly day: string; readonly version: number },
    input: DayWords,
  ): Promise<void> {
    const after = valueOf(checkDayWords(input));
    return this.plan.run(actor, visitId, async ({ manager, visit }) => {
      mustNotBeOver(visit);
      if (!daysToBrief(visit).includes(day)) throw noSuchDay();
      const before = await this.words(visitId, day, manager);
      const changes = changesBetween(wordsInWords(before), wordsInWords(after));
      if (changes.length === 0) return { result: undefined, change: null };
      if (before.version !== version) throw editedMeanwhile();
      await manager.upsert(BriefingDayRow, { visitId, day, ...after, version: version + 1 }, [
        'visitId',
        'day',
      ]);
      const action = `Briefing for ${dateInWords(Temporal.PlainDate.from(day))} changed`;
      return { result: undefined, change: { action, changes } };
    });
  }
}

/** 404: the visit has no such day. */
export const noSuchDay = () => notFound('There is no such day.');

const settingsInWords = ({ isSending, sendAt }: BriefingSettings) => ({
  'Briefings are mailed': yesOrNo(isSending),
  'At this time of the evening before': sendAt,
});

const wordsInWords = ({ words, bring }: DayWords) => ({ 'A word for the day': words, Bring: bring });
