import { Controller, Get, Query, Res } from '@nestjs/common';
import type { FastifyReply } from 'fastify';
import { sendSheet, type SheetColumn } from '#sheets';
import { categories } from '../domain/organisation.js';
import { FindNumbers, type NumbersQuery } from './find-numbers.js';

const columns: readonly SheetColumn[] = [
  { key: 'label', title: 'period', kind: 'text' },
  { key: 'first', title: 'first day', kind: 'date' },
  { key: 'last', title: 'last day', kind: 'date' },
  ...['joined', 'left', ...categories, 'total'].map(
    (name) => ({ key: name, title: name, kind: 'number' }) as const,
  ),
];

/** The numbers over time as a file, for a spreadsheet. */
@Controller('members/manage/numbers.csv')
export class NumbersController {
  constructor(private readonly numbers: FindNumbers) {}

  @Get()
  async csv(@Query() query: NumbersQuery, @Res() reply: FastifyReply) {
    const { numbers, year } = await this.numbers.asked(query);
    const rows = numbers.periods.map(({ members, ...period }) => ({ ...period, ...members }));
    const name = year === null ? 'members-by-year' : `members-by-month-${year}`;
    return sendSheet(reply, { name, columns, rows }, 'csv');
  }
}
