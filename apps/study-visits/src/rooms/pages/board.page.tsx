import { Body, Controller, Get, Param, Post, Req, Res } from '@nestjs/common';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { actorOf, EventStreams, Problem } from '#platform';
import {
  Button,
  HiddenFields,
  LiveProgress,
  LiveValue,
  plural,
  submittedValues,
  textIn,
  uiAssets,
  type LiveState,
} from '#ui';
import { FindVisit } from '../../visits/find-visit.js';
import { checkRooms } from '../checker/check-rooms.js';
import { problemOf } from '../domain/visit-rooms.js';
import { roomsPath } from '../addresses.js';
import { ReadRooms } from '../read-rooms.js';
import { AskForRooms, type ShownSearch } from '../search/ask-for-rooms.js';
import { BoardView } from './board.view.js';
import { RoomPages } from './room-pages.js';

/** How often the page of a search is loaded anew where there are no scripts, in seconds. */
const lookAgainAfter = 3;

const isOpen = (last: ShownSearch | null): last is ShownSearch =>
  last?.search.status === 'waiting' || last?.search.status === 'running';

/** How a search stands, for the page and its script. */
function live(last: ShownSearch | null): LiveState {
  const most = last?.search.seconds ?? 1;
  const seconds = Math.min(Math.floor(last?.search.progress?.seconds ?? 0), most);
  const found =
    (last?.search.progress?.objective ?? null) === null
      ? 'No rooms found yet.'
      : 'Rooms are found; better ones are looked for.';
  return {
    isRunning: isOpen(last),
    done: seconds,
    total: most,
    values: { seconds: plural(seconds, 'second'), found },
    said: `Searched for ${plural(seconds, 'second')} of ${most}. ${found}`,
  };
}

/** Who sleeps where on a visit, and the search for the best rooms. */
@Controller('visits/manage/:id/rooms')
export class BoardPage {
  constructor(
    private readonly pages: RoomPages,
    private readonly visits: FindVisit,
    private readonly rooms: ReadRooms,
    private readonly ask: AskForRooms,
    private readonly streams: EventStreams,
  ) {}

  @Get()
  async show(@Param('id') id: string, @Req() request: FastifyRequest, @Res() reply: FastifyReply) {
    const rooms = await this.rooms.of(id);
    const score = checkRooms(problemOf(rooms), rooms.stays);
    const last = await this.ask.last(id);
    return this.pages.send(
      { request, reply, visit: rooms.visit },
      { children: <BoardView rooms={rooms} score={score} last={last} /> },
    );
  }

  @Post('search')
  async begin(@Param('id') id: string, @Req() request: FastifyRequest, @Res() reply: FastifyReply) {
    try {
      await this.ask.run(actorOf(request), id);
    } catch (error) {
      if (!(error instanceof Problem) || error.status !== 409) throw error;
      if (error.code !== 'already-searching') return this.pages.told(reply, roomsPath(id), error.detail);
    }
    return reply.redirect(roomsPath(id, 'search'), 303);
  }

  @Get('search')
  async follow(@Param('id') id: string, @Req() request: FastifyRequest, @Res() reply: FastifyReply) {
    const visit = await this.visits.byId(id);
    const last = await this.ask.last(id);
    if (!isOpen(last)) return reply.redirect(roomsPath(id), 303);
    const state = live(last);
    return this.pages.send(
      { request, reply, visit },
      {
        heading: 'Rooms are being searched for',
        scripts: [uiAssets().addressedAt('/visits/assets/').progress],
        reloadWithoutScripts: lookAgainAfter,
        children: (
          <>
            <LiveProgress
              address={roomsPath(id, 'search/progress')}
              state={state}
              label={
                <>
                  Searching for <LiveValue of={state} name="seconds" /> of {state.total} at most
                </>
              }
            >
              <p class="govuk-body">
                <LiveValue of={state} name="found" />
              </p>
            </LiveProgress>
            <p class="govuk-body">
              You can leave this page; the search goes on. If somebody changes hotels or wishes meanwhile,
              what is found overwrites nothing.
            </p>
            <form method="post" action={roomsPath(id, 'search/cancel')}>
              <HiddenFields values={{ search: last.search.id }} />
              <Button classes="govuk-button--secondary">Stop the search</Button>
            </form>
          </>
        ),
      },
    );
  }

  /** For the page's script. */
  @Get('search/progress')
  async progress(@Param('id') id: string, @Req() request: FastifyRequest, @Res() reply: FastifyReply) {
    await this.visits.byId(id);
    await this.streams.tell<LiveState>(request, reply, {
      key: `rooms ${id}`,
      look: async () => live(await this.ask.last(id)),
      isOver: ({ isRunning }) => !isRunning,
    });
  }

  @Post('search/cancel')
  async cancel(@Param('id') id: string, @Body() body: unknown, @Res() reply: FastifyReply) {
    const { search } = await this.ask.cancel(id, textIn(submittedValues(body), 'search'));
    return search.status === 'cancelled'
      ? this.pages.done(reply, roomsPath(id), 'The search is stopped. The rooms are as they were.')
      : this.pages.told(reply, roomsPath(id), 'The search had ended before it was stopped.');
  }
}
