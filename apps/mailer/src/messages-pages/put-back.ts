import { Inject, Injectable } from '@nestjs/common';
import type { AppName } from '#contracts';
import { Problem, type Actor, type Log } from '#platform';
import { plural, type Notice } from '#ui';
import { LOG } from '../tokens.js';
import { AskServices } from './ask-services.js';
import { appInWords } from './domain/message-words.js';

const comesBack = 'If it cannot be handled it will be listed here again.';

/** Has dead letters put back into the queues of their services, and notes in the log who wanted it. */
@Injectable()
export class PutBack {
  constructor(
    private readonly services: AskServices,
    @Inject(LOG) private readonly log: Log,
  ) {}

  /**
   * @returns what to say of it
   * @throws Problem 503 when the service does not answer
   */
  async one(app: AppName, id: string, by: Actor): Promise<Notice> {
    const answer = await this.services.requeue(app, id, by.requestId);
    if (answer.kind === 'silent') throw notReached(app);
    if (answer.told.outcome === 'gone') {
      return {
        type: 'important',
        text: 'That message is not here any more: it has been handled meanwhile, or was deleted after 90 days.',
      };
    }
    if (answer.told.outcome === 'under-way') {
      return {
        type: 'important',
        text: `The message is on its way already: it was put back a moment ago. ${comesBack}`,
      };
    }
    this.log.info({ ...who(by), part: app, messageId: id }, 'message put back');
    return {
      type: 'success',
      text: `The message is on its way to ${appInWords(app)} again. ${comesBack}`,
    };
  }

  /**
   * @returns what to say of it
   * @throws Problem 503 when the service does not answer
   */
  async all(app: AppName, by: Actor): Promise<Notice> {
    const answer = await this.services.requeueAll(app, by.requestId);
    if (answer.kind !== 'told') throw notReached(app);
    const { requeued, left } = answer.told;
    if (requeued === 0) {
      return {
        type: 'important',
        text: `There was nothing to put back: all messages of ${appInWords(app)} are handled, or on their way already.`,
      };
    }
    this.log.info({ ...who(by), part: app, messages: requeued }, 'messages put back');
    const more = left > 0 ? ` ${plural(left, 'message')} more can be put back once these are through.` : '';
    return {
      type: 'success',
      text: `${plural(requeued, 'message is', 'messages are')} on ${requeued === 1 ? 'its' : 'their'} way to ${appInWords(app)} again. What cannot be handled will be listed here again.${more}`,
    };
  }
}

function who({ identity, requestId }: Actor) {
  return { by: (identity.actor ?? identity).personId, reqId: requestId };
}

function notReached(app: AppName): Problem {
  return new Problem({
    status: 503,
    code: 'service-unavailable',
    title: `No answer comes from ${appInWords(app)}`,
    detail:
      'Perhaps nothing was put back. Look at the list again in a few minutes: to put a message back twice does no harm.',
  });
}
