import { Injectable, Inject } from '@nestjs/common';
import { monthInWords } from '#ui';
import { homeDay } from '../../domain/home-day.js';
import { CLOCK, type Clock } from '../../tokens.js';
import { numbersPath } from '../addresses.js';
import { membershipYear } from '../domain/quarter.js';
import { CountMembers } from './count-members.js';
import { numbersOverTime, totalOf, type NumbersOverTime } from './domain/numbers.js';
import { monthPeriods, yearPeriods } from './domain/periods.js';

export interface NumbersQuery {
  readonly by?: unknown;
  readonly year?: unknown;
}

/** Which numbers: of every membership year, or of the months of one. */
export interface NumbersAsked {
  /** The membership year, by the one it begins in; `null`: all of them. */
  readonly year: number | null;
  /** ISO date, where the network is. */
  readonly today: string;
  readonly firstYear: number;
  readonly thisYear: number;
  readonly numbers: NumbersOverTime;
  /** How many belong to the network without the day on which they joined being known. */
  readonly undated: number;
}

/** Finds the numbers that an address asks for. */
@Injectable()
export class FindNumbers {
  constructor(
    private readonly members: CountMembers,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  async asked({ by, year: asked }: NumbersQuery): Promise<NumbersAsked> {
    const today = homeDay(this.clock());
    const changes = await this.members.changes();
    const firstDay = changes.find(({ on }) => on !== null)?.on ?? today;
    const thisYear = membershipYear(today);
    const years = yearPeriods(firstDay, today);
    const firstYear = thisYear - years.length + 1;
    const year = by === 'month' ? within(Number(asked), firstYear, thisYear) : null;
    const periods = year === null ? years : monthPeriods(year, today, monthInWords);
    return {
      year,
      today,
      firstYear,
      thisYear,
      numbers: numbersOverTime(changes, periods),
      undated: totalOf(
        numbersOverTime(
          changes.filter(({ on }) => on === null),
          periods,
        ).before,
      ),
    };
  }
}

const within = (year: number, first: number, last: number): number =>
  Number.isInteger(year) && year >= first && year <= last ? year : last;

/** The address of the numbers, or of the same as a file. */
export function numbersAddress(year: number | null, kind: 'page' | 'csv' = 'page'): string {
  const path = kind === 'csv' ? `${numbersPath}.csv` : numbersPath;
  return year === null ? path : `${path}?by=month&year=${year}`;
}
