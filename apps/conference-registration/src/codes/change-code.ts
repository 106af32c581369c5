import { Inject, Injectable } from '@nestjs/common';
import { Transactions, unprocessable, valueOf, type Actor } from '#platform';
import { changesBetween } from '../set-up/domain/changes.js';
import { endOf } from '../set-up/domain/days.js';
import { asSeen, type Seen } from '../set-up/problems.js';
import { SetUp } from '../set-up/set-up.js';
import { writing } from '../set-up/writing.js';
import { ReleasePlaces } from '../places/release-places.js';
import { CLOCK, type Clock } from '../tokens.js';
import { CodesRepository } from './codes.repository.js';
import { checkCode, type CodeInput } from './domain/code-details.js';
import { codeState, codeWords, type Code } from './domain/code.js';
import { KeepPlaces } from './keep-places.js';
import { MakeCodes } from './make-codes.js';

/** What of a code may change; whom and what it is for stays, as it may be in people's hands. */
export type CodeEdit = Pick<CodeInput, 'note' | 'priceChange' | 'uses' | 'lastDay'>;

/** Changes and ends codes. What was booked with one stays as it was booked. */
@Injectable()
export class ChangeCode {
  constructor(
    private readonly transactions: Transactions,
    private readonly setUp: SetUp,
    private readonly codes: CodesRepository,
    private readonly makeCodes: MakeCodes,
    private readonly keepPlaces: KeepPlaces,
    private readonly release: ReleasePlaces,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  /**
   * @throws Problem 404; 409 `edited-meanwhile`, `conference-ended`; 422 with every field that needs attention
   */
  async edit(actor: Actor, { conferenceId, id, version }: Seen, input: CodeEdit): Promise<Code> {
    return this.transactions.run(async (manager) => {
      const conference = await this.setUp.open(manager, conferenceId);
      const before = asSeen(await this.codes.read(conference, id, manager), version, 'code');
      const choices = await this.makeCodes.choices(manager, conference);
      const details = valueOf(
        checkCode(mergedInput(before, input), { ...choices, today: earliestEnd(before, choices.today) }),
      );
      const { used } = (await this.codes.uses(conferenceId, [id], manager)).get(id) ?? { used: 0 };
      if (details.uses !== null && details.uses < used) {
        const message = `It was used ${used} times already. Enter ${used} or more, or end the code.`;
        throw unprocessable([{ field: 'uses', code: 'uses-below-used', message }]);
      }
      const changes = changesBetween(
        codeWords(before, choices, writing),
        codeWords(details, choices, writing),
      );
      if (changes.length === 0) return before;
      const action = `changed the code ${before.code}`;
      const changed = await this.setUp.record(manager, conferenceId, { actor, action, changes });
      const expiresAt = details.lastDay === null ? null : endOf(details.lastDay, conference.zone);
      const after: Code = { ...before, ...details, expiresAt, version: changed };
      await this.codes.update(manager, conference, after);
      if (after.reserves && codeState(after, this.clock()) === 'in-force') {
        const catalogue = await this.setUp.changed(manager, conferenceId);
        await this.keepPlaces.run(manager, catalogue, after, (after.uses ?? 0) - used);
      }
      return after;
    });
  }

  /**
   * Ends a code: nobody can use it any more, and the places that it keeps are given back.
   *
   * @throws Problem 404; 409 `conference-ended`
   */
  async end(actor: Actor, conferenceId: string, id: string): Promise<Code> {
    return this.transactions.run(async (manager) => {
      const conference = await this.setUp.open(manager, conferenceId);
      const before = await this.codes.read(conference, id, manager);
      if (before.endedAt !== null) return before;
      const version = await this.setUp.record(manager, conferenceId, {
        actor,
        action: `ended the code ${before.code}`,
        changes: [],
      });
      const after = { ...before, endedAt: this.clock(), version };
      await this.codes.update(manager, conference, after);
      const kept = await this.codes.keptPlaces(manager, conferenceId, id);
      if (kept.length > 0) {
        await this.release.run(manager, await this.setUp.changed(manager, conferenceId), kept);
      }
      return after;
    });
  }
}

/** What a code would say with the change. */
export function mergedInput(code: Code, edit: CodeEdit): CodeInput {
  return {
    ...edit,
    reserves: code.reserves,
    organisationId: code.organisationId ?? '',
    ticketTypeIds: code.ticketTypeIds,
  };
}

/** A code that has expired may keep its last day. */
export const earliestEnd = ({ lastDay }: Code, today: string): string =>
  lastDay !== null && lastDay < today ? lastDay : today;
