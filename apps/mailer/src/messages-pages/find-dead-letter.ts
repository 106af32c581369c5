import { Injectable } from '@nestjs/common';
import type { AppName } from '#contracts';
import type { ShownDeadLetter } from '#messaging';
import { notFound, Problem } from '#platform';
import { appWithMessages } from '../services/apps-with-messages.js';
import { AskServices } from './ask-services.js';
import { appInWords } from './domain/message-words.js';

/** Finds one message that a service could not handle. */
@Injectable()
export class FindDeadLetter {
  constructor(private readonly services: AskServices) {}

  /**
   * @param name the service's
   * @throws Problem 404 when there is none any more, 503 when the service does not answer
   */
  async find(
    name: string,
    id: string,
    requestId: string,
  ): Promise<{ readonly app: AppName; readonly letter: ShownDeadLetter }> {
    const app = this.app(name);
    const answer = await this.services.deadLetter(app, id, requestId);
    if (answer.kind === 'silent') {
      throw new Problem({
        status: 503,
        code: 'service-unavailable',
        title: `No answer comes from ${appInWords(app)}`,
        detail:
          'What it could not handle is known to it alone. Load the page again in a few minutes: nothing is lost.',
      });
    }
    const { letter } = answer.told;
    if (letter !== null) return { app, letter };
    throw notFound(
      'There is no such message any more. It has been handled after all, which is good, or was deleted after 90 days.',
    );
  }

  /** @throws Problem 404 when no service with messages has the name */
  app(name: string): AppName {
    const app = appWithMessages(name);
    if (app === null) throw notFound('No part of the site is called so. Start from the list of messages.');
    return app;
  }
}
