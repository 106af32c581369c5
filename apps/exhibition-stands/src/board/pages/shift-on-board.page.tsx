import { Controller, Get, Param, Req, Res } from '@nestjs/common';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { noSuchShift } from '../../shifts/shifts.repository.js';
import { boardPath, rotaShiftPath, shiftAnchor } from '../addresses.js';
import { candidatesFor } from '../assess.js';
import { ReadBoard } from '../read-board.js';
import { PlaceView } from './place.view.js';
import { RotaPages } from './rota-pages.js';
import { ShiftView } from './shift.view.js';

/** One shift of the board, and one place of it: what can be done there without a script. */
@Controller('stands/manage/:id/rota/shifts/:shiftId')
export class ShiftOnBoardPage {
  constructor(
    private readonly pages: RotaPages,
    private readonly boards: ReadBoard,
  ) {}

  @Get()
  async show(
    @Param('id') id: string,
    @Param('shiftId') shiftId: string,
    @Req() request: FastifyRequest,
    @Res() reply: FastifyReply,
  ) {
    const { board, shift } = await this.shift(id, shiftId);
    const candidates = candidatesFor(board.problem, board.draft, shift.id);
    return this.pages.sendDetail(
      { request, reply, exhibition: board.exhibition },
      {
        part: 'rota',
        heading: shift.words,
        back: { href: `${boardPath(id)}#${shiftAnchor(shift.id)}`, text: 'Rota' },
        children: <ShiftView {...{ board, shift, candidates }} />,
      },
    );
  }

  @Get('people/:memberId')
  async place(
    @Param('id') id: string,
    @Param('shiftId') shiftId: string,
    @Param('memberId') memberId: string,
    @Req() request: FastifyRequest,
    @Res() reply: FastifyReply,
  ) {
    const { board, shift } = await this.shift(id, shiftId);
    const place = shift.places.find(({ member }) => member === memberId);
    // Whoever was taken off meanwhile: the shift says who is there now.
    if (!place)
      return this.pages.told(reply, rotaShiftPath(id, shift.id), 'They are not on this shift any more.');
    const name = board.memberOf.get(memberId)?.name ?? 'Somebody who has left';
    const candidates = candidatesFor(board.problem, board.draft, shift.id, memberId);
    return this.pages.sendDetail(
      { request, reply, exhibition: board.exhibition },
      {
        part: 'rota',
        heading: `${name} on ${shift.words}`,
        back: { href: `${boardPath(id)}#${shiftAnchor(shift.id)}`, text: 'Rota' },
        children: <PlaceView {...{ board, shift, place, candidates }} />,
      },
    );
  }

  private async shift(id: string, shiftId: string) {
    const board = await this.boards.of(id);
    const shift = board.rows.find((row) => row.id === shiftId);
    if (!shift) throw noSuchShift();
    return { board, shift };
  }
}
