import { Inject, Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { valueOf, type Actor } from '#platform';
import { CallOff } from '../calling-off/call-off.js';
import { ReadSigned } from '../sign-offs/read-signed.js';
import { CLOCK, type Clock } from '../tokens.js';
import { ReadTravellers } from '../travellers/read-travellers.js';
import { ChangeVisit, type SeenVisit } from './change-visit.js';
import { missingToAnnounce, missingToConfirm, type Missing } from './domain/missing.js';
import { takeStep } from './domain/status.js';
import type { Visit, VisitStatus } from './domain/visit.js';
import { statusWords } from './in-words.js';

export interface StatusChange {
  readonly to: VisitStatus;
  /** Everybody reads it; required to cancel. */
  readonly reason: string;
}

/** Announces, confirms or cancels a visit; of one that is cancelled everybody is told. */
@Injectable()
export class ChangeStatus {
  constructor(
    private readonly change: ChangeVisit,
    private readonly signed: ReadSigned,
    private readonly travellers: ReadTravellers,
    private readonly callOff: CallOff,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  /** What it cannot take its next step without; nothing where there is no such step. */
  async missing(visit: Visit, manager?: EntityManager): Promise<readonly Missing[]> {
    if (visit.status === 'draft') {
      const { state } = await this.signed.packageTravel(visit, manager);
      return missingToAnnounce(visit, { now: this.clock(), packageTravel: state });
    }
    if (visit.status !== 'announced') return [];
    const { state } = await this.signed.risks(visit, manager);
    const travellers = await this.travellers.confirmed(visit.id, manager);
    const delegates = travellers.filter(({ part }) => part === 'delegate');
    return missingToConfirm({ risks: state, travellers: delegates.length });
  }

  /** @throws Problem 404; 409 `edited-meanwhile`; 422 when the rules do not allow it, something is missing, or a reason */
  run(actor: Actor, seen: SeenVisit, { to, reason }: StatusChange): Promise<Visit> {
    return this.change.run(actor, seen, async (manager, before) => {
      const missing = (await this.missing(before, manager)).map(({ message }) => message);
      const step = valueOf(takeStep({ from: before.status, to, reason, missing }));
      if (step.status === 'cancelled')
        await this.callOff.run(manager, before, step.statusReason ?? '', actor.requestId);
      return { columns: step, action: statusWords[to], reason: step.statusReason, changes: [] };
    });
  }
}
