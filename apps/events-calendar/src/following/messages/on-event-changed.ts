import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import type { Message } from '#contracts';
import type { MessageHandler } from '#messaging';
import { NoteChange } from '../note-change.js';

/** Whoever follows the event is told of it, soon. */
@Injectable()
export class OnEventChanged implements MessageHandler<'events-calendar.event-changed.v1'> {
  readonly type = 'events-calendar.event-changed.v1';

  constructor(private readonly note: NoteChange) {}

  async handle(manager: EntityManager, message: Message<'events-calendar.event-changed.v1'>): Promise<void> {
    await this.note.run(manager, { ...message.payload, correlationId: message.correlationId });
  }
}
