import { Injectable } from '@nestjs/common';
import { checkText, problemsOf, refused } from '#checks';
import { valueOf, type Actor } from '#platform';
import { ChangePlan } from '../../plans/change-plan.js';
import { thingEditedMeanwhile } from '../../plans/problems.js';
import { ReadThanks, type ThanksWords } from './read-thanks.js';
import { ThanksWordsRow } from './thanks.entities.js';

/** The longest that staff may say, in characters. */
export const longestThanks = 2000;

/** Keeps what staff want to say in their thanks. */
@Injectable()
export class KeepThanksWords {
  constructor(
    private readonly plan: ChangePlan,
    private readonly thanks: ReadThanks,
  ) {}

  /**
   * @param given with the version that the person saw; `null`: whichever it is
   * @throws Problem 404; 409 `edited-meanwhile`; 422 with every field that needs attention
   */
  run(
    actor: Actor,
    exhibitionId: string,
    given: Omit<ThanksWords, 'version'> & { readonly version: number | null },
  ): Promise<ThanksWords> {
    return this.plan.run(actor, exhibitionId, async ({ manager }) => {
      const words = valueOf(checkWords(given));
      const before = await this.thanks.words(exhibitionId, manager);
      if (before.people === words.people && before.organisations === words.organisations) {
        return { result: before, change: null };
      }
      if (given.version !== null && given.version !== before.version) throw thingEditedMeanwhile('mail');
      const after = { ...words, exhibitionId, version: before.version + 1 };
      await manager.upsert(ThanksWordsRow, after, ['exhibitionId']);
      return { result: after, change: { action: 'Words of the thanks changed', changes: [] } };
    });
  }
}

function checkWords({ people, organisations }: Omit<ThanksWords, 'version'>) {
  const rules = { longest: longestThanks, manyLines: true };
  const missing = { code: 'missing', message: 'Write what you want to thank them for.' };
  const [one, other] = [
    checkText(people, 'people', { ...rules, missing }),
    checkText(organisations, 'organisations', { ...rules, missing }),
  ];
  if (!one.ok || !other.ok) return refused(...problemsOf(one, other));
  return { ok: true as const, value: { people: one.value, organisations: other.value } };
}
