import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import type { Message } from '#contracts';
import type { MessageHandler } from '#messaging';
import { KeepStandShift } from '../keep-stand-shift.js';

@Injectable()
export class OnShiftChanged implements MessageHandler<'exhibition-stands.shift-changed.v1'> {
  readonly type = 'exhibition-stands.shift-changed.v1';

  constructor(private readonly keep: KeepStandShift) {}

  async handle(
    manager: EntityManager,
    message: Message<'exhibition-stands.shift-changed.v1'>,
  ): Promise<void> {
    await this.keep.run(manager, message.payload, true, message.aggregate.version);
  }
}
