import { Injectable } from '@nestjs/common';
import { InjectDataSource } from '@nestjs/typeorm';
import type { DataSource } from 'typeorm';
import { TeamMemberRow } from '../team/team-member.entity.js';

/** Everybody of a team, also those who have left, by id. */
export type TeamNames = ReadonlyMap<string, Pick<TeamMemberRow, 'name' | 'email'>>;

/** Reads who is meant by the ids in rotas. */
@Injectable()
export class ReadTeamNames {
  constructor(@InjectDataSource() private readonly dataSource: DataSource) {}

  async of(exhibitionId: string): Promise<TeamNames> {
    const rows = await this.dataSource.manager.findBy(TeamMemberRow, { exhibitionId });
    return new Map(rows.map((row) => [row.id, row]));
  }
}
