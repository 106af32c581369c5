import { Injectable } from '@nestjs/common';
import { InjectDataSource } from '@nestjs/typeorm';
import { In, type DataSource } from 'typeorm';
import { byCategory, type CategoryGroup } from './domain/by-category.js';
import { memberStatuses } from './domain/organisation.js';
import { OrganisationRow } from './organisation.entity.js';

/** The network's members by category; the ones leaving until they have left. */
@Injectable()
export class ListMembers {
  constructor(@InjectDataSource() private readonly dataSource: DataSource) {}

  async run(): Promise<CategoryGroup[]> {
    const members = await this.dataSource.manager.find(OrganisationRow, {
      select: { name: true, category: true, kind: true },
      where: { status: In([...memberStatuses]) },
    });
    return byCategory(members);
  }
}
