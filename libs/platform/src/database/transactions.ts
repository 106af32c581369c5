import { Injectable } from '@nestjs/common';
import { InjectDataSource } from '@nestjs/typeorm';
import type { DataSource, EntityManager } from 'typeorm';
import { ChangeNotices } from './change-notices.js';

/** Runs a use case's one transaction, and lets this process see its effect at once. */
@Injectable()
export class Transactions {
  constructor(
    @InjectDataSource() private readonly dataSource: DataSource,
    private readonly notices: ChangeNotices,
  ) {}

  async run<Result>(work: (manager: EntityManager) => Promise<Result>): Promise<Result> {
    // READ COMMITTED, as every connection has it (see `postgresDataSource`): to say so again costs a round trip each time.
    const result = await this.dataSource.transaction(work);
    this.notices.changedHere();
    return result;
  }
}
