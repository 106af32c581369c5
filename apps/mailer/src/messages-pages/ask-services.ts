import { Injectable } from '@nestjs/common';
import type { AppName } from '#contracts';
import {
  deadLetterListSchema,
  messagesPath,
  messageStateSchema,
  messageTraceSchema,
  requeuedAllSchema,
  requeuedSchema,
  foundDeadLetterSchema,
  type DeadLetterList,
  type MessageState,
  type MessageTrace,
  type RequeuedAll,
  type FoundDeadLetter,
} from '#messaging';
import { appsWithMessages } from '../services/apps-with-messages.js';
import { ServiceCalls, type Answer } from '../services/service-calls.js';

/** What a service told; `null` when it did not answer. */
export interface ToldBy<Told> {
  readonly app: AppName;
  readonly told: Told | null;
}

/** Putting many back takes longer than looking at them, in milliseconds. */
const requeueLimit = 30_000;

const lettersPath = `${messagesPath}/dead-letters`;

/** Asks every service how its messages fare. Side by side: one that does not answer costs the others nothing. */
@Injectable()
export class AskServices {
  constructor(private readonly calls: ServiceCalls) {}

  states(requestId: string): Promise<ToldBy<MessageState>[]> {
    return this.all((app) => this.calls.ask(app, messagesPath, messageStateSchema, { requestId }));
  }

  /** @param correlationId the request whose messages are looked for */
  traces(correlationId: string, requestId: string): Promise<ToldBy<MessageTrace>[]> {
    const path = `${messagesPath}/trace/${encodeURIComponent(correlationId)}`;
    return this.all((app) => this.calls.ask(app, path, messageTraceSchema, { requestId }));
  }

  /** @param page of each list, from 1 */
  deadLetters(apps: readonly AppName[], page: number, requestId: string): Promise<ToldBy<DeadLetterList>[]> {
    const path = `${lettersPath}?page=${page}`;
    return this.all((app) => this.calls.ask(app, path, deadLetterListSchema, { requestId }), apps);
  }

  deadLetter(app: AppName, id: string, requestId: string): Promise<Answer<FoundDeadLetter>> {
    return this.calls.ask(app, `${lettersPath}/${encodeURIComponent(id)}`, foundDeadLetterSchema, {
      requestId,
    });
  }

  /** Has a dead letter put back into its service's queue. */
  requeue(app: AppName, id: string, requestId: string) {
    const path = `${lettersPath}/${encodeURIComponent(id)}/requeue`;
    return this.calls.ask(app, path, requeuedSchema, { requestId, method: 'POST', limit: requeueLimit });
  }

  /** Has all dead letters of a service put back that rest. */
  requeueAll(app: AppName, requestId: string): Promise<Answer<RequeuedAll>> {
    const path = `${lettersPath}/requeue`;
    return this.calls.ask(app, path, requeuedAllSchema, {
      requestId,
      method: 'POST',
      body: {},
      limit: requeueLimit,
    });
  }

  private all<Told>(
    ask: (app: AppName) => Promise<Answer<Told>>,
    apps: readonly AppName[] = appsWithMessages,
  ): Promise<ToldBy<Told>[]> {
    return Promise.all(
      apps.map(async (app) => {
        const answer = await ask(app);
        return { app, told: answer.kind === 'told' ? answer.told : null };
      }),
    );
  }
}
