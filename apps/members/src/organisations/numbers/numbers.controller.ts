import { Controller, Get, Query, Res } from '@nestjs/common';
import type { FastifyReply } from 'fastify';
import { writeTable } from '#csv';
import { categories } from '../domain/organisation.js';
import { FindNumbers, type NumbersQuery } from './find-numbers.js';

/** The numbers over time as a file, for a spreadsheet. */
@Controller('members/manage/numbers.csv')
export class NumbersController {
  constructor(private readonly numbers: FindNumbers) {}

  @Get()
  async csv(@Query() query: NumbersQuery, @Res() reply: FastifyReply) {
    const { numbers, year } = await this.numbers.asked(query);
    const rows = numbers.periods.map(({ label, first, last, joined, left, members, total }) => [
      label,
      first,
      last,
      ...[joined, left, ...categories.map((category) => members[category]), total].map(String),
    ]);
    const name = year === null ? 'members-by-year' : `members-by-month-${year}`;
    return reply
      .type('text/csv; charset=utf-8')
      .header('cache-control', 'private, no-store')
      .header('content-disposition', `attachment; filename="${name}.csv"`)
      .send(writeTable(['period', 'first day', 'last day', 'joined', 'left', ...categories, 'total'], rows));
  }
}
