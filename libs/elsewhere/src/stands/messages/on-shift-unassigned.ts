import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import type { Message } from '#contracts';
import type { MessageHandler } from '#messaging';
import { KeepStandShift } from '../keep-stand-shift.js';

@Injectable()
export class OnShiftUnassigned implements MessageHandler<'exhibition-stands.shift-unassigned.v1'> {
  readonly type = 'exhibition-stands.shift-unassigned.v1';

  constructor(private readonly keep: KeepStandShift) {}

  async handle(
    manager: EntityManager,
    message: Message<'exhibition-stands.shift-unassigned.v1'>,
  ): Promise<void> {
    await this.keep.run(manager, message.payload, false, message.aggregate.version);
  }
}
