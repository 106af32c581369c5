import { Injectable } from '@nestjs/common';
import { InjectDataSource } from '@nestjs/typeorm';
import type { DataSource } from 'typeorm';
import { byCategory, type CategoryGroup } from './domain/organisation.js';
import { OrganisationRow } from './organisation.entity.js';

/** The network's members by category. */
@Injectable()
export class ListMembers {
  constructor(@InjectDataSource() private readonly dataSource: DataSource) {}

  async run(): Promise<CategoryGroup[]> {
    return byCategory(await this.dataSource.manager.find(OrganisationRow));
  }
}
