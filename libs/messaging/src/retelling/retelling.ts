import { Inject, Injectable, type Provider, type Type } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { contractOf, typesConsumedBy, type AppName, type Message, type MessageType } from '#contracts';
import { LOG, Transactions, type Log } from '#platform';
import type { MessageHandler } from '../message-handler.js';
import { Outbox } from '../outbox.js';
import { AskForRetelling } from './ask-for-retelling.js';
import type { RetellingApp, SourceOf } from './retelling-app.js';
import { TELL_AGAIN, type TellAgain } from './tell-again.js';

type Requested = Extract<MessageType, `${string}.retelling-requested.v1`>;

const isRequest = (type: MessageType): type is Requested => type.endsWith('.retelling-requested.v1');

/**
 * For the providers of an app that keeps what others tell of what is to come: it asks for what was told before it was there.
 *
 * @param known for each app that it asks, by the registry: a query that gives a row exactly if anything is known from it
 */
export const askForRetelling = <App extends RetellingApp>(
  app: App,
  known: Readonly<Record<SourceOf<App>, string>>,
): Provider => ({
  provide: AskForRetelling,
  inject: [Transactions, Outbox, LOG],
  useFactory: (transactions: Transactions, outbox: Outbox, log: Log) =>
    new AskForRetelling(transactions, outbox, { app, known, log }),
});

/** For the handlers of an app that others ask: one for each of them. Its module has to provide {@link TELL_AGAIN}. */
export const retellingHandlers = (app: AppName): Type<MessageHandler>[] =>
  typesConsumedBy(app).filter(isRequest).map(handlerOf);

function handlerOf(type: Requested): Type<MessageHandler> {
  @Injectable()
  class OnRetellingRequested implements MessageHandler<Requested> {
    readonly type = type;

    constructor(
      @Inject(TELL_AGAIN) private readonly tellAgain: TellAgain,
      @Inject(LOG) private readonly log: Log,
    ) {}

    async handle(manager: EntityManager, { correlationId }: Message<Requested>): Promise<void> {
      const to = contractOf(type).producer;
      const told = await this.tellAgain.run(manager, to, correlationId);
      this.log.info({ correlationId, to, told }, 'telling once more what is to come');
    }
  }
  return OnRetellingRequested;
}
