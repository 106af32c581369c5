import { Inject, Injectable } from '@nestjs/common';
import { InjectDataSource } from '@nestjs/typeorm';
import type { Temporal } from 'temporal-polyfill';
import type { DataSource } from 'typeorm';
import { appNames } from '#contracts';
import { instantOf, type ExchangeAnswer, type ExchangeRequest } from '#platform';
import { ApiTokens } from '../api-tokens/api-tokens.js';
import { RightsOf } from '../people/rights-of.js';
import type { SessionRow } from '../sessions/session.entity.js';
import { Sessions } from '../sessions/sessions.js';
import { CLOCK, type Clock } from '../tokens.js';
import { rightsWhileActing } from './domain/rights-while-acting.js';
import { IssueTokens } from './issue-tokens.js';

const unknown = { state: 'unknown' } as const;
const everywhere = appNames.map((app) => ({ app, access: 'write' as const }));

/** Who it is that shows a session's secret or an API token, vouched for to each app. */
@Injectable()
export class Exchange {
  constructor(
    @InjectDataSource() private readonly dataSource: DataSource,
    private readonly sessions: Sessions,
    private readonly apiTokens: ApiTokens,
    private readonly rightsOf: RightsOf,
    private readonly issueTokens: IssueTokens,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  async answer(asked: ExchangeRequest): Promise<ExchangeAnswer> {
    return 'session' in asked ? this.ofSession(asked.session) : this.ofApiToken(asked.apiToken);
  }

  private async ofSession(secret: string): Promise<ExchangeAnswer> {
    const now = this.clock();
    const session = await this.sessions.find(secret, now);
    const rights = session && (await this.rightsOf.of(session.personId));
    if (!rights) return unknown;
    await this.sessions.touch(session, now);
    const acting = await this.acting(session, rights.roles.includes('staff'), now);
    const who = acting
      ? {
          sub: acting.personId,
          ...rightsWhileActing(acting.rights),
          act: { sub: session.personId, name: rights.name },
        }
      : { sub: session.personId, ...rights };
    const issued = await this.issueTokens.issue(
      { ...who, roles: [...who.roles], boards: [...who.boards], via: 'session', sid: session.id },
      everywhere,
    );
    return { state: 'signed-in', ...issued, expiresAt: issued.expiresAt.toString(), sessionId: session.id };
  }

  private async ofApiToken(secret: string): Promise<ExchangeAnswer> {
    const token = await this.apiTokens.use(secret, this.clock());
    const rights = token && (await this.rightsOf.of(token.personId));
    if (!rights) return unknown;
    const issued = await this.issueTokens.issue(
      {
        sub: token.personId,
        name: rights.name,
        roles: [...rights.roles],
        boards: [...rights.boards],
        via: 'api',
        sid: token.id,
      },
      token.scopes,
    );
    return { state: 'signed-in', ...issued, expiresAt: issued.expiresAt.toString(), sessionId: token.id };
  }

  /** Whom the session speaks for: nobody once the time is over, its owner is no longer staff or the person is gone. */
  private async acting(session: SessionRow, isStaff: boolean, now: Temporal.Instant) {
    const { actingFor, actingUntil } = session;
    if (actingFor === null || actingUntil === null) return null;
    const rights =
      isStaff && instantOf(actingUntil).epochMilliseconds > now.epochMilliseconds
        ? await this.rightsOf.of(actingFor)
        : null;
    if (rights) return { personId: actingFor, rights };
    await this.sessions.stopActing(this.dataSource.manager, session.id);
    return null;
  }
}
