import { Injectable } from '@nestjs/common';
import { InjectDataSource } from '@nestjs/typeorm';
import type { DataSource } from 'typeorm';
import { BoardRow } from '../people/board.entity.js';
import { membersOn, type BoardMembers, type HeldSeat } from './domain/board-members.js';

/** A board and whoever sits, sat or will sit on it. */
export interface Board extends BoardMembers {
  readonly slug: string;
  readonly name: string;
}

/** The network's boards. */
@Injectable()
export class ReadBoards {
  constructor(@InjectDataSource() private readonly dataSource: DataSource) {}

  /** All boards by name. @param today ISO date */
  async all(today: string): Promise<Board[]> {
    const boards = await this.dataSource.manager.find(BoardRow, { order: { name: 'ASC' } });
    const seats: HeldSeat[] = await this.dataSource.query(
      `SELECT s.id, s.board, s.position, s.starts_on AS "startsOn", s.ends_on AS "endsOn",
         p.id AS "personId", p.name AS "personName"
       FROM seats s JOIN people p ON p.id = s.person_id WHERE p.erased_at IS NULL`,
    );
    return boards.map(({ slug, name }) => ({
      slug,
      name,
      ...membersOn(
        seats.filter((seat) => seat.board === slug),
        today,
      ),
    }));
  }
}
