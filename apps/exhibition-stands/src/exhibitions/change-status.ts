import { Inject, Injectable } from '@nestjs/common';
import { valueOf, type Actor } from '#platform';
import { CLOCK, type Clock } from '../tokens.js';
import { CallOffEvents } from '../events/call-off-events.js';
import { CallOffShifts } from '../published/call-off-shifts.js';
import { ChangeExhibition, type SeenExhibition } from './change-exhibition.js';
import type { Exhibition, ExhibitionStatus } from './domain/exhibition.js';
import { missingToPublish } from './domain/missing.js';
import { takeStep } from './domain/status.js';

export interface StatusChange {
  readonly to: ExhibitionStatus;
  /** Everybody reads it; required to cancel. */
  readonly reason: string;
}

/** Publishes or cancels an exhibition; whoever has shifts at one that is cancelled is told so, and guests of what was to take place. */
@Injectable()
export class ChangeStatus {
  constructor(
    private readonly change: ChangeExhibition,
    private readonly callOffEvents: CallOffEvents,
    private readonly callOffShifts: CallOffShifts,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  /** What it cannot be published without, in sentences. */
  missing(exhibition: Exhibition): readonly string[] {
    const today = this.clock().toZonedDateTimeISO(exhibition.zone).toPlainDate().toString();
    return missingToPublish(exhibition, today);
  }

  /** @throws Problem 404; 409 `edited-meanwhile`; 422 when the rules do not allow it, something is missing, or a reason */
  run(actor: Actor, seen: SeenExhibition, { to, reason }: StatusChange): Promise<Exhibition> {
    return this.change.run(actor, seen, async (manager, before, noted) => {
      const step = valueOf(takeStep({ from: before.status, to, reason, missing: this.missing(before) }));
      if (to === 'cancelled') {
        const telling = { now: this.clock(), correlationId: actor.requestId };
        await this.callOffEvents.run(manager, before, {
          actor: noted,
          reason: step.statusReason,
          ...telling,
        });
        await this.callOffShifts.run(manager, before, telling);
      }
      return {
        columns: step,
        action: to === 'published' ? 'Published' : 'Cancelled',
        reason: step.statusReason,
        changes: [],
      };
    });
  }
}
