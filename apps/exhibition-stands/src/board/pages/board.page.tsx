import { Body, Controller, Get, Param, Post, Query, Req, Res } from '@nestjs/common';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { actorOf, Problem, unprocessable } from '#platform';
import { readVersion, submittedValues, textIn, type SubmittedValues } from '#ui';
import { islands } from '../../assets/islands.js';
import { boardPath, rotaShiftPath, shiftAnchor } from '../addresses.js';
import { backQuery, readFilter, type BoardFilter } from '../board-filter.js';
import { ChangeDraft } from '../change-draft.js';
import { doneInWords } from '../done-words.js';
import { readAct } from '../read-act.js';
import { ReadBoard, type Board } from '../read-board.js';
import { UndoStep } from '../undo-step.js';
import { BoardView } from './board.view.js';
import { namesOf } from './names.js';
import { RotaPages, type Answering } from './rota-pages.js';

/** The board of a rota: days, shifts and people, and what is done with them. */
@Controller('stands/manage/:id/rota')
export class BoardPage {
  constructor(
    private readonly pages: RotaPages,
    private readonly boards: ReadBoard,
    private readonly change: ChangeDraft,
    private readonly undo: UndoStep,
  ) {}

  @Get()
  async show(
    @Param('id') id: string,
    @Query() query: unknown,
    @Req() request: FastifyRequest,
    @Res() reply: FastifyReply,
  ) {
    const board = await this.boards.of(id);
    return this.send({ request, reply, exhibition: board.exhibition }, board, readFilter(query, board));
  }

  @Post('acts')
  async act(
    @Param('id') id: string,
    @Body() body: unknown,
    @Req() request: FastifyRequest,
    @Res() reply: FastifyReply,
  ) {
    const values = submittedValues(body);
    const act = readAct(values);
    if (act === null)
      throw unprocessable([
        { field: 'act', code: 'not-understood', message: 'Choose what is to be done, and with whom.' },
      ]);
    return this.orTold({ id, values, request, reply }, async () => {
      const { isMixed } = await this.change.run(actorOf(request), id, readVersion(values) ?? 0, act);
      const done = doneInWords(act, namesOf(await this.boards.of(id)));
      const said = isMixed
        ? `${done} Somebody else changed other parts of the rota meanwhile; you see both.`
        : done;
      return this.pages.done(reply, backPath(id, values, act.shift), said);
    });
  }

  @Post('undo')
  async takeBack(
    @Param('id') id: string,
    @Body() body: unknown,
    @Req() request: FastifyRequest,
    @Res() reply: FastifyReply,
  ) {
    const values = submittedValues(body);
    const number = Number(/^\d{1,9}$/.exec(textIn(values, 'step'))?.[0] ?? 0);
    return this.orTold({ id, values, request, reply }, async () => {
      await this.undo.run(actorOf(request), id, number);
      return this.pages.done(reply, backPath(id, values), 'The change is taken back.');
    });
  }

  /** What stands against an act is told on the board as it is now. */
  private async orTold(
    {
      id,
      values,
      request,
      reply,
    }: { id: string; values: SubmittedValues; request: FastifyRequest; reply: FastifyReply },
    work: () => Promise<FastifyReply>,
  ): Promise<FastifyReply> {
    try {
      return await work();
    } catch (error) {
      if (!(error instanceof Problem) || error.status !== 409) throw error;
      const board = await this.boards.of(id);
      const filter = readFilter(Object.fromEntries(new URLSearchParams(textIn(values, 'back'))), board);
      return this.send({ request, reply, exhibition: board.exhibition }, board, filter, error.detail);
    }
  }

  private send(answering: Answering, board: Board, filter: BoardFilter, refused?: string): FastifyReply {
    return this.pages.sendPart(
      answering,
      {
        part: 'rota',
        scripts: board.rows.length === 0 ? [] : [islands.address('board')],
        children: (
          <div
            class="cn-board"
            data-board={`${boardPath(board.exhibition.id)}/acts`}
            data-version={board.draft.version}
          >
            <BoardView board={board} filter={filter} {...(refused !== undefined && { refused })} />
          </div>
        ),
      },
      refused === undefined ? 200 : 409,
    );
  }
}

/** Where somebody comes back to: the shift's page where they came from it, else the board as it was filtered. */
function backPath(id: string, values: SubmittedValues, shift?: string): string {
  const back = textIn(values, 'back');
  if (back === 'shift' && shift !== undefined) return rotaShiftPath(id, shift);
  return `${boardPath(id)}${backQuery(back)}${shift === undefined ? '' : `#${shiftAnchor(shift)}`}`;
}
