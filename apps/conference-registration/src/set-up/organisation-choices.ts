import { Injectable } from '@nestjs/common';
import { InjectDataSource } from '@nestjs/typeorm';
import type { DataSource } from 'typeorm';
import { OrganisationRow } from '#people';

/** An organisation to choose. */
export interface OrganisationChoice {
  readonly id: string;
  readonly name: string;
}

/** Finds the organisations that something may be for. */
@Injectable()
export class OrganisationChoices {
  constructor(@InjectDataSource() private readonly dataSource: DataSource) {}

  /** All that `members` has told of, by name. */
  all(manager = this.dataSource.manager): Promise<OrganisationChoice[]> {
    return manager.find(OrganisationRow, {
      select: { id: true, name: true },
      order: { name: 'ASC', id: 'ASC' },
    });
  }
}
