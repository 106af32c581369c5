import { Injectable } from '@nestjs/common';
import { unprocessable, type Actor } from '#platform';
import { ChangePlan } from '../plans/change-plan.js';
import type { SignOffRow } from '../sign-offs/sign-off.entity.js';
import { SignOffs, type SignatureInput } from '../sign-offs/sign-offs.js';
import { risksInWords } from './in-words.js';
import { ReadRisks } from './read-risks.js';

/** Signs off the risk assessment of a visit as it stands. */
@Injectable()
export class SignRisks {
  constructor(
    private readonly plan: ChangePlan,
    private readonly risks: ReadRisks,
    private readonly signOffs: SignOffs,
  ) {}

  /** @throws Problem 404; 409 `changed-meanwhile`, `signed-already`; 422 `no-risks`, or at each field */
  run(actor: Actor, visitId: string, input: SignatureInput): Promise<SignOffRow> {
    return this.plan.run(actor, visitId, async ({ manager, actor: noted }) => {
      const risks = await this.risks.of(visitId, manager);
      if (risks.length === 0) throw unprocessable([nothingToSign]);
      const signed = { visitId, kind: 'risks', now: risksInWords(risks) } as const;
      const result = await this.signOffs.sign(manager, noted, signed, input);
      const action = `Risk assessment signed off, version ${result.number}`;
      return { result, change: { action, changes: [] } };
    });
  }
}

const nothingToSign = {
  field: '',
  code: 'no-risks',
  message: 'There is nothing to sign yet. Write down what could go wrong first.',
};
