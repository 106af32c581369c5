import { Injectable } from '@nestjs/common';
import { v7 as uuidv7 } from 'uuid';
import { changesBetween } from '#checks';
import { conflict, valueOf, type Actor } from '#platform';
import { CriterionRow } from './assessment.entities.js';
import { ChangeSelection } from './change-selection.js';
import { checkCriteria, type CriterionInput } from './domain/criteria.js';
import { hasScores } from './has-scores.js';
import { criteriaInWords } from './in-words.js';

/** Says what applications are scored by; once somebody has scored one, that stays. */
@Injectable()
export class KeepCriteria {
  constructor(private readonly change: ChangeSelection) {}

  /**
   * @param seen the selection’s version; `null`: whichever it is
   * @throws Problem 404; 409 `scoring-begun`, `edited-meanwhile`, `selection-told`; 422
   */
  run(actor: Actor, visitId: string, seen: number | null, inputs: readonly CriterionInput[]): Promise<void> {
    return this.change.run(actor, visitId, seen, async ({ manager, visit }) => {
      const wanted = valueOf(checkCriteria(inputs));
      const before = await manager.find(CriterionRow, {
        where: { visitId: visit.id },
        order: { position: 'ASC' },
      });
      const changes = changesBetween(criteriaInWords(before), criteriaInWords(wanted));
      if (changes.length === 0) return { result: undefined, action: null };
      if (await hasScores(manager, visit.id)) {
        throw conflict(
          'scoring-begun',
          'Somebody has scored an application already, so the criteria stay as they are.',
        );
      }
      await manager.delete(CriterionRow, { visitId: visit.id });
      await manager.insert(
        CriterionRow,
        wanted.map((each, index) => ({ ...each, id: uuidv7(), visitId: visit.id, position: index + 1 })),
      );
      return { result: undefined, action: 'Criteria changed', changes };
    });
  }
}
