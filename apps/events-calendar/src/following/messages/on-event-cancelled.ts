import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import type { Message } from '#contracts';
import type { MessageHandler } from '#messaging';
import { NoteChange } from '../note-change.js';

/** Whoever follows the event is told of it, within a minute. */
@Injectable()
export class OnEventCancelled implements MessageHandler<'events-calendar.event-cancelled.v1'> {
  readonly type = 'events-calendar.event-cancelled.v1';

  constructor(private readonly note: NoteChange) {}

  async handle(
    manager: EntityManager,
    message: Message<'events-calendar.event-cancelled.v1'>,
  ): Promise<void> {
    const { before, after } = message.payload;
    await this.note.run(manager, { before, after, correlationId: message.correlationId, continuedBy: null });
  }
}
