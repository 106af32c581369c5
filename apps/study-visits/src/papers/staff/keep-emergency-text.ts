import { Injectable } from '@nestjs/common';
import { InjectDataSource } from '@nestjs/typeorm';
import type { DataSource, EntityManager } from 'typeorm';
import { changesBetween, type Words } from '#checks';
import { conflict, valueOf, type Actor } from '#platform';
import { ChangePlan } from '../../plans/change-plan.js';
import {
  checkEmergencyText,
  noEmergencyText,
  type EmergencyText,
  type EmergencyTextInput,
} from '../domain/emergency-text.js';
import { EmergencyCardRow } from '../emergency-card.entity.js';

/** What staff say for everybody’s emergency card. */
@Injectable()
export class KeepEmergencyText {
  constructor(
    @InjectDataSource() private readonly dataSource: DataSource,
    private readonly change: ChangePlan,
  ) {}

  async of(visitId: string, manager: EntityManager = this.dataSource.manager): Promise<EmergencyText> {
    const row = await manager.findOneBy(EmergencyCardRow, { visitId });
    return row === null ? noEmergencyText : { ifLost: row.ifLost, more: row.more, version: row.version };
  }

  /**
   * What is so already is not changed, whatever version was seen: a second press is harmless.
   *
   * @throws Problem 404; 409 `edited-meanwhile`; 422
   */
  save(
    actor: Actor,
    seen: { readonly visitId: string; readonly version: number },
    input: EmergencyTextInput,
  ): Promise<EmergencyText> {
    const text = valueOf(checkEmergencyText(input));
    return this.change.run(actor, seen.visitId, async ({ manager }) => {
      const before = await this.of(seen.visitId, manager);
      const changes = changesBetween(wordsOf(before), wordsOf(text));
      if (changes.length === 0) return { result: before, change: null };
      if (before.version !== seen.version)
        throw conflict(
          'edited-meanwhile',
          'Somebody changed this after you opened it. Look at it again, then save yours.',
        );
      const result = { ...text, version: before.version + 1 };
      await manager.upsert(EmergencyCardRow, { visitId: seen.visitId, ...result }, ['visitId']);
      return { result, change: { action: 'Emergency card changed', changes } };
    });
  }
}

const wordsOf = ({ ifLost, more }: EmergencyTextInput): Words => ({
  'If somebody is lost': ifLost,
  'What else helps': more,
});
