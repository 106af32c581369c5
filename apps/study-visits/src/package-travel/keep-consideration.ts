import { Injectable } from '@nestjs/common';
import { changesBetween } from '#checks';
import { unprocessable, valueOf, type Actor } from '#platform';
import { ChangePlan } from '../plans/change-plan.js';
import { thingEditedMeanwhile } from '../plans/problems.js';
import type { SignOffRow } from '../sign-offs/sign-off.entity.js';
import { SignOffs, type SignatureInput } from '../sign-offs/sign-offs.js';
import type { Visit } from '../visits/domain/visit.js';
import { ConsiderationRow } from './consideration.entity.js';
import { checkConsideration, type Consideration, type ConsiderationInput } from './domain/consideration.js';
import { considerationInWords } from './in-words.js';
import { ReadConsideration } from './read-consideration.js';

/** What the person saw of it. */
export interface SeenConsideration {
  readonly visitId: string;
  /** 0: there was none; `null`: whichever it is. */
  readonly version: number | null;
}

/** Writes what was considered of the rules of package travel, and who signs that. */
@Injectable()
export class KeepConsideration {
  constructor(
    private readonly plan: ChangePlan,
    private readonly read: ReadConsideration,
    private readonly signOffs: SignOffs,
  ) {}

  /** @throws Problem 404; 409 `edited-meanwhile`; 422 with every field that needs attention */
  save(actor: Actor, seen: SeenConsideration, input: ConsiderationInput): Promise<ConsiderationRow> {
    const { visitId } = seen;
    return this.plan.run(actor, visitId, async ({ manager, visit }) => {
      const before = await this.read.of(visitId, manager);
      if (seen.version !== null && (before?.version ?? 0) !== seen.version) {
        throw thingEditedMeanwhile('page');
      }
      const after = valueOf(checkConsideration(input));
      const changes = between(before, after, visit);
      if (before !== null && changes.length === 0) return { result: before, change: null };
      const row = { ...after, visitId, version: (before?.version ?? 0) + 1 };
      await manager.upsert(ConsiderationRow, row, ['visitId']);
      const result = await manager.findOneByOrFail(ConsiderationRow, { visitId });
      return { result, change: { action: 'Package travel considered', changes } };
    });
  }

  /** Whether it says already what a form says: a second press of its button. */
  saysAlready(before: ConsiderationRow | null, input: ConsiderationInput, visit: Visit): boolean {
    const checked = checkConsideration(input);
    return checked.ok && before !== null && between(before, checked.value, visit).length === 0;
  }

  /** @throws Problem 404; 409 `changed-meanwhile`, `signed-already`; 422 `not-considered`, or at each field */
  sign(actor: Actor, visitId: string, input: SignatureInput): Promise<SignOffRow> {
    return this.plan.run(actor, visitId, async ({ manager, actor: noted, visit }) => {
      const row = await this.read.of(visitId, manager);
      if (row === null) throw unprocessable([nothingToSign]);
      const signed = { visitId, kind: 'package-travel', now: considerationInWords(row, visit) } as const;
      const result = await this.signOffs.sign(manager, noted, signed, input);
      const action = `Package travel signed, version ${result.number}`;
      return { result, change: { action, changes: [] } };
    });
  }
}

const between = (before: Consideration | null, after: Consideration, visit: Visit) =>
  changesBetween(before && considerationInWords(before, visit), considerationInWords(after, visit));

const nothingToSign = {
  field: '',
  code: 'not-considered',
  message: 'Nobody has answered the questions yet. Answer them first.',
};
