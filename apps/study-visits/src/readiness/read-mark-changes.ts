import { Injectable } from '@nestjs/common';
import { InjectDataSource } from '@nestjs/typeorm';
import type { DataSource } from 'typeorm';
import type { MarkStatus, ReadinessItem } from './domain/item.js';

/** A mark that became another without its traveller's doing. */
export interface KeptMarkChange {
  readonly id: string;
  readonly at: Date;
  readonly visitId: string;
  readonly visitTitle: string;
  readonly travellerId: string;
  readonly travellerName: string;
  readonly item: ReadinessItem;
  readonly before: MarkStatus;
  readonly after: MarkStatus;
  /** Whether they were written to. */
  readonly isTold: boolean;
}

/** Whose marks changed with a rule. */
@Injectable()
export class ReadMarkChanges {
  constructor(@InjectDataSource() private readonly dataSource: DataSource) {}

  /** By visit, then by number. @param changeId a line of the rules' history */
  ofRuleChange(changeId: string): Promise<KeptMarkChange[]> {
    return this.dataSource.query(
      `SELECT c.id, c.at, c.visit_id AS "visitId", v.title AS "visitTitle", c.traveller_id AS "travellerId",
         t.name AS "travellerName", c.item, c.before, c.after, c.is_told AS "isTold"
       FROM readiness_mark_changes c JOIN visits v ON v.id = c.visit_id JOIN travellers t ON t.id = c.traveller_id
       WHERE c.rule_change_id = $1 ORDER BY v.first_day, v.id, t.number, c.item`,
      [changeId],
    );
  }
}
