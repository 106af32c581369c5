import { Injectable } from '@nestjs/common';
import { In, type EntityManager } from 'typeorm';
import { changesBetween, type Checked, yesOrNo } from '#checks';
import { conflict, unprocessable, valueOf, type Actor } from '#platform';
import { ChangeVisit, mustNotBeOver } from '../visits/change-visit.js';
import { VisitHistory } from '../visits/visit-history.js';
import { usualSteps } from './domain/chasing.js';
import type { ReadinessItem } from './domain/item.js';
import { readinessItems } from './domain/item.js';
import { itemWords } from './in-words.js';
import { ReadinessSettingsRow } from './readiness.entity.js';

/** What staff decide of a visit's readiness. */
export interface ReadinessSettings {
  readonly notNeeded: readonly ReadinessItem[];
  readonly chaseDays: readonly number[];
  readonly isChasing: boolean;
  /** 0: nobody has decided anything yet. */
  readonly version: number;
}

const usual: ReadinessSettings = { notNeeded: [], chaseDays: usualSteps, isChasing: true, version: 0 };

/** What is asked of the travellers of a visit, and when they are written to. */
@Injectable()
export class KeepReadinessSettings {
  constructor(
    private readonly change: ChangeVisit,
    private readonly history: VisitHistory,
  ) {}

  async of(manager: EntityManager, visitId: string): Promise<ReadinessSettings> {
    return (await this.ofAll(manager, [visitId])).get(visitId) ?? usual;
  }

  /** Those that were decided of; for others it is as usual. */
  async ofAll(
    manager: EntityManager,
    visitIds: readonly string[],
  ): Promise<ReadonlyMap<string, ReadinessSettings>> {
    const rows = await manager.findBy(ReadinessSettingsRow, { visitId: In([...visitIds]) });
    return new Map(visitIds.map((id) => [id, rows.find(({ visitId }) => visitId === id) ?? usual]));
  }

  /**
   * What is so already is not changed, whatever version was seen: a second press is harmless.
   *
   * @throws Problem 404; 409 `visit-ended`, `edited-meanwhile`; 422
   */
  async save(
    actor: Actor,
    seen: { readonly visitId: string; readonly version: number },
    input: {
      readonly notNeeded: readonly string[];
      readonly chaseDays: Checked<readonly number[]>;
      readonly isChasing: boolean;
    },
  ): Promise<void> {
    await this.change.run(actor, { id: seen.visitId, version: null }, async (manager, visit, noted) => {
      mustNotBeOver(visit);
      const before = await this.of(manager, visit.id);
      const notNeeded = readinessItems.filter((item) => input.notNeeded.includes(item));
      if (notNeeded.length !== new Set(input.notNeeded).size) {
        throw unprocessable([
          { field: 'notNeeded', code: 'unknown-choice', message: 'Choose among the things listed.' },
        ]);
      }
      const after = { notNeeded, chaseDays: [...valueOf(input.chaseDays)], isChasing: input.isChasing };
      const changes = changesBetween(inWords(before), inWords(after));
      if (changes.length === 0) return null;
      if (before.version !== seen.version) {
        throw conflict(
          'edited-meanwhile',
          'Somebody changed this after you opened it. Look at it again, then save yours.',
        );
      }
      await manager.upsert(
        ReadinessSettingsRow,
        { visitId: visit.id, ...after, version: before.version + 1 },
        ['visitId'],
      );
      await this.history.note(manager, visit.id, {
        actor: noted,
        action: 'What travellers are asked changed',
        changes,
      });
      return null;
    });
  }
}

const inWords = ({ notNeeded, chaseDays, isChasing }: Omit<ReadinessSettings, 'version'>) => ({
  'Nobody needs': notNeeded.map((item) => itemWords[item]).join(', '),
  'Mails go out': yesOrNo(isChasing),
  'Days before the first one': chaseDays.join(', '),
});
