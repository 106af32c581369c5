import { Controller, Get, Param, Query, Req, Res } from '@nestjs/common';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { rotaPath } from '../addresses.js';
import { ReadBoard, type Board, type BoardShift } from '../read-board.js';
import { dayWords, shiftTimes } from '../shift-words.js';
import { RotaPages } from './rota-pages.js';

/** The sheets that it can be printed on. */
const sheets = ['a4', 'a3'] as const;
type Sheet = (typeof sheets)[number];

/** The rota as a table for each day, to be printed and hung up. */
@Controller('stands/manage/:id/rota/print')
export class PrintPage {
  constructor(
    private readonly pages: RotaPages,
    private readonly boards: ReadBoard,
  ) {}

  @Get()
  async show(
    @Param('id') id: string,
    @Query('sheet') asked: unknown,
    @Req() request: FastifyRequest,
    @Res() reply: FastifyReply,
  ) {
    const board = await this.boards.of(id);
    const sheet = sheets.find((each) => each === asked) ?? 'a4';
    return this.pages.sendDetail(
      { request, reply, exhibition: board.exhibition },
      { part: 'rota', heading: 'The rota to print', children: <PrintView board={board} sheet={sheet} /> },
    );
  }
}

function PrintView({ board, sheet }: { readonly board: Board; readonly sheet: Sheet }) {
  const { exhibition, rows } = board;
  const days = Map.groupBy(rows, ({ day }) => day);
  return (
    <>
      <p class="govuk-body cn-no-print">
        Each day is a page of its own, across the sheet. Print this page from your browser.{' '}
        {sheet === 'a4' ? (
          <a class="govuk-link" href={`${rotaPath(exhibition.id, 'print')}?sheet=a3`}>
            Set it for A3
          </a>
        ) : (
          <a class="govuk-link" href={rotaPath(exhibition.id, 'print')}>
            Set it for A4
          </a>
        )}
      </p>
      {rows.length === 0 && <p class="govuk-body">There are no shifts yet.</p>}
      {[...days].map(([day, shifts]) => (
        <PrintDay key={day} {...{ board, day, shifts, sheet }} />
      ))}
    </>
  );
}

function PrintDay({
  board,
  day,
  shifts,
  sheet,
}: {
  readonly board: Board;
  readonly day: string;
  readonly shifts: readonly BoardShift[];
  readonly sheet: Sheet;
}) {
  const { memberOf, exhibition } = board;
  const name = (id: string) => memberOf.get(id)?.name ?? 'Somebody who has left';
  return (
    <section class={`cn-sheet cn-sheet--${sheet}`} aria-labelledby={`day-${day}`}>
      <h2 class="govuk-heading-m" id={`day-${day}`}>
        {exhibition.title}: {dayWords(day)}
      </h2>
      <table class="govuk-table cn-sheet__table">
        <caption class="govuk-visually-hidden">Shifts of {dayWords(day)}</caption>
        <thead>
          <tr>
            <th scope="col">When</th>
            <th scope="col">Who</th>
          </tr>
        </thead>
        <tbody>
          {shifts.map((shift) => (
            <tr key={shift.id}>
              <th scope="row">
                {shiftTimes(shift, exhibition.zone)}
                {shift.label !== '' && <div>{shift.label}</div>}
              </th>
              <td>
                <ul class="cn-sheet__people">
                  {shift.places.map((place) => (
                    <li key={place.member}>
                      <bdi>{name(place.member)}</bdi>
                      {place.isLead && ' (lead)'}
                    </li>
                  ))}
                  {Array.from({ length: shift.gaps }, (_, index) => (
                    <li key={index} class="cn-sheet__gap">
                      Gap
                    </li>
                  ))}
                </ul>
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  );
}
