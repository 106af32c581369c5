import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import type { Message } from '#contracts';
import type { MessageHandler } from '#messaging';
import { NotePublication } from '../note-publication.js';

/** Whoever follows its series is told of it. */
@Injectable()
export class OnEventPublished implements MessageHandler<'events-calendar.event-published.v1'> {
  readonly type = 'events-calendar.event-published.v1';

  constructor(private readonly note: NotePublication) {}

  async handle(
    manager: EntityManager,
    message: Message<'events-calendar.event-published.v1'>,
  ): Promise<void> {
    const { after, continues } = message.payload;
    await this.note.run(manager, { after, continues, correlationId: message.correlationId });
  }
}
