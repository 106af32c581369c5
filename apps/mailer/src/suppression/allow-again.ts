import { Inject, Injectable } from '@nestjs/common';
import { InjectDataSource } from '@nestjs/typeorm';
import type { DataSource } from 'typeorm';
import type { Actor, Log } from '#platform';
import { LOG } from '../tokens.js';
import { SuppressedAddressRow } from './suppressed-address.entity.js';

/** Lets mail go to an address again that a mail server had refused for good. */
@Injectable()
export class AllowAgain {
  constructor(
    @InjectDataSource() private readonly dataSource: DataSource,
    @Inject(LOG) private readonly log: Log,
  ) {}

  /** An address that is allowed already stays so. */
  async run(id: string, { identity, requestId }: Actor): Promise<void> {
    await this.dataSource.manager.delete(SuppressedAddressRow, { id });
    this.log.info({ suppressionId: id, by: identity.personId, requestId }, 'mail may go to an address again');
  }
}
