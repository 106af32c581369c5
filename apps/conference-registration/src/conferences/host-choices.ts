import { Injectable } from '@nestjs/common';
import { InjectDataSource } from '@nestjs/typeorm';
import type { DataSource } from 'typeorm';

/** The names of organisations that a conference may have as its host. */
@Injectable()
export class HostChoices {
  constructor(@InjectDataSource() private readonly dataSource: DataSource) {}

  /** All that belong to the network, by name. */
  async all(): Promise<string[]> {
    const rows: { name: string }[] = await this.dataSource.query(
      `SELECT name FROM organisations WHERE status IN ('member', 'leaving', 'retained') ORDER BY name, id`,
    );
    return rows.map(({ name }) => name);
  }
}
