import { Inject, Injectable } from '@nestjs/common';
import { contractOf, type AppName } from '#contracts';
import { addressVariable, heldDataPath, heldSectionsSchema, type HeldSection, type Log } from '#platform';
import type { MembersSettings } from '../settings.js';
import { LOG, SETTINGS } from '../tokens.js';

/** How long a service may take to tell what it holds, in milliseconds. */
const limit = 3000;

/** What another service holds on a person; `null` when it could not be asked. */
export interface HeldBy {
  readonly app: AppName;
  readonly sections: readonly HeldSection[] | null;
}

/** The services that keep data of people: those that are told when one is to be forgotten. */
const holders = contractOf('members.person-erased.v1').consumers;

/** Asks the other services what they hold on a person, side by side; one that does not answer holds up nobody. */
@Injectable()
export class HeldElsewhere {
  constructor(
    @Inject(SETTINGS) private readonly settings: MembersSettings,
    @Inject(LOG) private readonly log: Log,
  ) {}

  of(personId: string, requestId: string): Promise<HeldBy[]> {
    return Promise.all(holders.map((app) => this.ask(app, personId, requestId)));
  }

  private async ask(app: AppName, personId: string, requestId: string): Promise<HeldBy> {
    try {
      const address = this.settings.services[addressVariable(app)] ?? '';
      const response = await fetch(address + heldDataPath.replace(':personId', personId), {
        headers: { authorization: `Bearer ${this.settings.INTERNAL_KEY}`, 'x-request-id': requestId },
        redirect: 'error',
        signal: AbortSignal.timeout(limit),
      });
      if (!response.ok) throw new Error(`answered ${response.status}`);
      return { app, sections: heldSectionsSchema.parse(await response.json()) };
    } catch (error) {
      this.log.warn({ err: error, part: app, reqId: requestId }, 'what is held there could not be had');
      return { app, sections: null };
    }
  }
}
