import { Injectable } from '@nestjs/common';
import { InjectDataSource } from '@nestjs/typeorm';
import { Not, type DataSource } from 'typeorm';
import { isChair, overlap } from './domain/seats.js';
import { calledName, type Person, type Seat } from './domain/person.js';
import { PeopleRepository } from './people.repository.js';
import { SeatRow } from './seat.entity.js';

/** A board has one chair at a time as a rule; that there are two is worth a word, but may be meant. */
@Injectable()
export class OtherChairs {
  constructor(
    private readonly people: PeopleRepository,
    @InjectDataSource() private readonly dataSource: DataSource,
  ) {}

  /** The names of others who chair the board during the term; none unless the seat is the chair's. */
  async during(person: Person, seat: Seat): Promise<string[]> {
    if (!isChair(seat)) return [];
    const others = await this.dataSource.manager.findBy(SeatRow, {
      board: seat.board,
      personId: Not(person.id),
    });
    const chairs = others.filter((other) => isChair(other) && overlap(other, seat));
    const found = await this.people.findRecords([...new Set(chairs.map(({ personId }) => personId))]);
    return found.map(calledName);
  }
}
