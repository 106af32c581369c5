import { Injectable } from '@nestjs/common';
import { InjectDataSource } from '@nestjs/typeorm';
import type { DataSource } from 'typeorm';
import { SearchRows } from '#solver';
import type { RotaAnswer, RotaProblem } from '../index.js';

/** The rows of fills. */
@Injectable()
export class FillsRepository extends SearchRows<'exhibitionId', RotaProblem, RotaAnswer> {
  constructor(@InjectDataSource() dataSource: DataSource) {
    super(dataSource, { table: 'fills', ownerColumn: 'exhibition_id', ownerName: 'exhibitionId' });
  }
}
