import { randomInt } from 'node:crypto';
import { Inject, Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { v7 as uuidv7 } from 'uuid';
import { checkRange, type Checked } from '#checks';
import { dateOf, unprocessable, type Actor } from '#platform';
import type { ConferenceRow } from '../conferences/conference.entity.js';
import { changesBetween } from '../set-up/domain/changes.js';
import { OrganisationChoices } from '../set-up/organisation-choices.js';
import { dayOf, endOf } from '../set-up/domain/days.js';
import { SetUp } from '../set-up/set-up.js';
import { writing } from '../set-up/writing.js';
import { TicketsRepository } from '../tickets/tickets.repository.js';
import { CLOCK, type Clock } from '../tokens.js';
import { CodesRepository } from './codes.repository.js';
import { checkCode, type CodeChoices, type CodeInput } from './domain/code-details.js';
import { checkCodeText, checkPrefix, makeCodes } from './domain/code-text.js';
import { codeWords, type Code } from './domain/code.js';
import { KeepPlaces } from './keep-places.js';

/** How many are made at once, and how many a conference has at most. */
export const mostMade = 500;
export const mostCodes = 5000;

/** How codes are called: as typed, or made, each with the same beginning. */
export type Naming =
  | { readonly kind: 'typed'; readonly code: string }
  | { readonly kind: 'made'; readonly number: Checked<number>; readonly prefix: string };

export const numberRules = { what: 'the number of codes', least: 1, most: mostMade } as const;

/** Makes one code, or many that do the same. Those that keep places take them at once. */
@Injectable()
export class MakeCodes {
  constructor(
    private readonly setUp: SetUp,
    private readonly tickets: TicketsRepository,
    private readonly organisations: OrganisationChoices,
    private readonly codes: CodesRepository,
    private readonly keepPlaces: KeepPlaces,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  /**
   * Within a transaction of the caller's, who makes sure that a second press of the button does not come here.
   *
   * @throws Problem 404; 409 `conference-ended`; 422 with every field that needs attention
   */
  async add(
    manager: EntityManager,
    actor: Actor,
    conferenceId: string,
    naming: Naming,
    input: CodeInput,
  ): Promise<readonly Code[]> {
    const conference = await this.setUp.open(manager, conferenceId);
    const choices = await this.choices(manager, conference);
    const named = await this.names(manager, conferenceId, naming);
    const details = checkCode(input, choices);
    if (!named.ok || !details.ok) {
      throw unprocessable([...(named.ok ? [] : named.problems), ...(details.ok ? [] : details.problems)]);
    }
    const { lastDay } = details.value;
    const [first = ''] = named.value;
    const version = await this.setUp.record(manager, conferenceId, {
      actor,
      action: named.value.length === 1 ? `made the code ${first}` : `made ${named.value.length} codes`,
      changes: changesBetween(null, {
        ...(named.value.length > 1 && { Codes: named.value.join(', ') }),
        ...codeWords(details.value, choices, writing),
      }),
    });
    const expiresAt = lastDay === null ? null : endOf(lastDay, conference.zone);
    const codes = named.value.map((code): Code => ({
      ...details.value,
      id: uuidv7(),
      code,
      expiresAt,
      endedAt: null,
      version,
    }));
    await this.codes.add(manager, conference, codes, dateOf(this.clock()));
    if (details.value.reserves) {
      const catalogue = await this.setUp.changed(manager, conferenceId);
      for (const code of codes) await this.keepPlaces.run(manager, catalogue, code, code.uses ?? 0);
    }
    return codes;
  }

  /** What codes can be for. */
  async choices(manager: EntityManager, conference: ConferenceRow): Promise<CodeChoices> {
    return {
      tickets: await this.tickets.list(conference, manager),
      organisations: await this.organisations.all(manager),
      today: dayOf(this.clock(), conference.zone),
    };
  }

  private async names(
    manager: EntityManager,
    conferenceId: string,
    naming: Naming,
  ): Promise<Checked<readonly string[]>> {
    const taken = await this.codes.texts(manager, conferenceId);
    const named = namesFor(naming, taken);
    if (named.ok && taken.size + named.value.length > mostCodes) {
      const message = `A conference has ${mostCodes} codes at most, and this one has ${taken.size}. Make fewer.`;
      throw unprocessable([{ field: 'number', code: 'too-many', message }]);
    }
    return named;
  }
}

function namesFor(naming: Naming, taken: ReadonlySet<string>): Checked<readonly string[]> {
  if (naming.kind === 'made') {
    const prefix = checkPrefix(naming.prefix, 'prefix');
    const number = naming.number.ok ? checkRange(naming.number.value, 'number', numberRules) : naming.number;
    if (!prefix.ok) return prefix;
    if (!number.ok) return number;
    return { ok: true, value: makeCodes(number.value, prefix.value, taken, randomInt) };
  }
  const code = checkCodeText(naming.code, 'code');
  if (!code.ok) return code;
  if (!taken.has(code.value)) return { ok: true, value: [code.value] };
  const message = `There is a code ${code.value} already, perhaps one that has ended. Choose another one.`;
  return { ok: false, problems: [{ field: 'code', code: 'code-exists', message }] };
}
