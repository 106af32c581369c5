import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { forgetIdempotencyKeys } from '#platform';
import type { Schedule } from './schedule.js';

/** Deletes what an app's API answered a day ago; for apps that have the table of keys. */
@Injectable()
export class ForgetIdempotencyKeys implements Schedule {
  readonly name = 'forget-idempotency-keys';
  readonly every = 60 * 60_000;

  constructor(private readonly dataSource: DataSource) {}

  async run(): Promise<void> {
    await forgetIdempotencyKeys(this.dataSource);
  }
}
