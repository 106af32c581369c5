import { Body, Controller, Get, Param, Post, Query, Req, Res } from '@nestjs/common';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { actorOf } from '#platform';
import { allValues, plural, submittedValues } from '#ui';
import { shiftsPath } from '../../board/addresses.js';
import { DraftsRepository } from '../../board/drafts.repository.js';
import { RotaPages } from '../../board/pages/rota-pages.js';
import { shiftWords } from '../../board/shift-words.js';
import { FindExhibition } from '../../exhibitions/find-exhibition.js';
import { ChangeShifts } from '../change-shifts.js';
import { dayOfShift } from '../domain/day-of-shift.js';
import { ShiftsRepository } from '../shifts.repository.js';
import { ShiftsView } from './shifts.view.js';

/** The shifts of an exhibition, and the removal of some. */
@Controller('stands/manage/:id/shifts')
export class ShiftsPage {
  constructor(
    private readonly pages: RotaPages,
    private readonly exhibitions: FindExhibition,
    private readonly shifts: ShiftsRepository,
    private readonly drafts: DraftsRepository,
    private readonly changeShifts: ChangeShifts,
  ) {}

  @Get()
  async list(@Param('id') id: string, @Req() request: FastifyRequest, @Res() reply: FastifyReply) {
    const exhibition = await this.exhibitions.byId(id);
    const shifts = await this.shifts.list(exhibition.id);
    return this.pages.sendPart(
      { request, reply, exhibition },
      { part: 'shifts', children: <ShiftsView exhibition={exhibition} shifts={shifts} /> },
    );
  }

  @Get('remove')
  async ask(
    @Param('id') id: string,
    @Query() query: unknown,
    @Req() request: FastifyRequest,
    @Res() reply: FastifyReply,
  ) {
    const exhibition = await this.exhibitions.byId(id);
    const wanted = new Set(allValues(submittedValues(query), 'shift'));
    const shifts = (await this.shifts.list(exhibition.id)).filter((shift) => wanted.has(shift.id));
    if (shifts.length === 0)
      return this.pages.told(reply, shiftsPath(id), 'Tick the shifts that are to be removed first.');
    const { places } = await this.drafts.read(exhibition.id);
    const lost = places.filter(({ shift }) => wanted.has(shift));
    const pinned = lost.filter(({ isPinned }) => isPinned).length;
    return this.pages.sendThing(
      { request, reply, exhibition },
      {
        part: 'shifts',
        heading: `Remove ${plural(shifts.length, 'shift')}?`,
        action: shiftsPath(id, 'remove'),
        hidden: { shift: shifts.map((shift) => shift.id) },
        saveLabel: shifts.length === 1 ? 'Remove it' : 'Remove them',
        isWarning: true,
        cancelLabel: 'Leave them as they are',
        children: (
          <>
            <ul class="govuk-list govuk-list--bullet">
              {shifts.map((shift) => (
                <li key={shift.id}>
                  {shiftWords(
                    shift,
                    dayOfShift(shift.start, exhibition.days, exhibition.zone),
                    exhibition.zone,
                  )}
                </li>
              ))}
            </ul>
            <p class="govuk-body">
              {lost.length === 0
                ? 'Nobody is on them in the draft of the rota.'
                : `${plural(lost.length, 'place')} of the draft go with them${pinned > 0 ? `, ${pinned} of them pinned` : ''}. This cannot be undone on the board.`}{' '}
              Whoever was told of one keeps it until the rota is published again.
            </p>
          </>
        ),
      },
    );
  }

  @Post('remove')
  async remove(
    @Param('id') id: string,
    @Body() body: unknown,
    @Req() request: FastifyRequest,
    @Res() reply: FastifyReply,
  ) {
    const ids = allValues(submittedValues(body), 'shift');
    await this.changeShifts.remove(actorOf(request), id, ids);
    return this.pages.done(
      reply,
      shiftsPath(id),
      ids.length === 1 ? 'The shift is removed.' : 'The shifts are removed.',
    );
  }
}
