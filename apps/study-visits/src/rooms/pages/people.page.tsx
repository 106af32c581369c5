import { Body, Controller, Get, Param, Post, Req, Res } from '@nestjs/common';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { v7 as uuidv7 } from 'uuid';
import { actorOf } from '#platform';
import {
  EmptyState,
  form,
  pickFields,
  plural,
  refusedFields,
  ResponsiveTable,
  sendForm,
  Site,
  submittedValues,
  Tag,
  textIn,
  type Form,
} from '#ui';
import { isId } from '../../domain/ids.js';
import type { VisitRooms } from '../domain/visit-rooms.js';
import { roomsPath, sleeperPath } from '../addresses.js';
import { agreedWith, partNames, wishWords } from '../in-words.js';
import { ReadRooms } from '../read-rooms.js';
import { SaveSleeper } from '../sleepers/save-sleeper.js';
import { RoomPages } from './room-pages.js';
import { readSleeper, SleeperFields, sleeperFields } from './sleeper-form.js';

/** Who needs a room on a visit, and what they said. */
@Controller('visits/manage/:id/rooms/people')
export class PeoplePage {
  constructor(
    private readonly site: Site,
    private readonly pages: RoomPages,
    private readonly rooms: ReadRooms,
    private readonly save: SaveSleeper,
  ) {}

  @Get()
  async show(@Param('id') id: string, @Req() request: FastifyRequest, @Res() reply: FastifyReply) {
    const rooms = await this.rooms.of(id);
    return this.pages.send(
      { request, reply, visit: rooms.visit },
      { heading: 'Who needs a room', children: <PeopleView rooms={rooms} /> },
    );
  }

  @Get('new')
  async showNew(@Param('id') id: string, @Req() request: FastifyRequest, @Res() reply: FastifyReply) {
    const rooms = await this.rooms.of(id);
    const shown = form({ nights: [...rooms.nights], wish: 'single' });
    return this.ask(request, reply, rooms, shown, uuidv7());
  }

  @Post('new')
  async add(
    @Param('id') id: string,
    @Body() body: unknown,
    @Req() request: FastifyRequest,
    @Res() reply: FastifyReply,
  ) {
    const sent = submittedValues(body);
    const values = pickFields(sent, sleeperFields);
    const once = isId(textIn(sent, 'once')) ? textIn(sent, 'once') : uuidv7();
    try {
      const { name } = await this.save.add(actorOf(request), id, readSleeper(values), once);
      return await this.pages.done(reply, roomsPath(id, 'people'), `${name} is added.`);
    } catch (error) {
      const shown = form(values, refusedFields(error, sleeperFields));
      return this.ask(request, reply, await this.rooms.of(id), shown, once);
    }
  }

  private ask(request: FastifyRequest, reply: FastifyReply, rooms: VisitRooms, shown: Form, once: string) {
    return sendForm(this.site, request, reply, {
      title: `Add a driver or another: ${rooms.visit.title}`,
      back: roomsPath(rooms.visit.id, 'people'),
      backText: 'Who needs a room',
      heading: 'Add a driver or another',
      action: roomsPath(rooms.visit.id, 'people/new'),
      form: shown,
      hidden: { once },
      saveLabel: 'Add them',
      children: (
        <>
          <p class="govuk-body">Somebody who needs a room and is no traveller: a driver, an interpreter.</p>
          <SleeperFields shown={shown} rooms={rooms} self={null} />
        </>
      ),
    });
  }
}

function PeopleView({ rooms }: { readonly rooms: VisitRooms }) {
  const { visit, sleepers, nights } = rooms;
  const silent = sleepers.filter(({ wish, part }) => wish === null && part !== 'driver').length;
  return (
    <>
      <p class="govuk-body cn-no-print">
        <a class="govuk-button govuk-button--secondary" href={roomsPath(visit.id, 'people/new')}>
          Add a driver or another
        </a>
      </p>
      {sleepers.length === 0 ? (
        <EmptyState titleText="Nobody yet">
          <p class="govuk-body">Travellers are here as soon as they are confirmed.</p>
        </EmptyState>
      ) : (
        <>
          <p class="govuk-body">
            {silent === 0
              ? 'All have said how they would like to sleep.'
              : `${plural(silent, 'traveller has', 'travellers have')} not said yet how they would like to sleep.`}
          </p>
          <ResponsiveTable
            caption="Who needs a room"
            captionClasses="govuk-visually-hidden"
            columns={[
              { key: 'name', heading: 'Name' },
              { key: 'part', heading: 'Comes as' },
              { key: 'nights', heading: 'Nights' },
              { key: 'wish', heading: 'Wish' },
              { key: 'shares', heading: 'Both agreed' },
            ]}
            rows={sleepers.map((sleeper) => [
              <a class="govuk-link" href={sleeperPath(visit.id, sleeper.id)}>
                {sleeper.name}
              </a>,
              partNames[sleeper.part],
              sleeper.nights.length === nights.length ? 'All' : String(sleeper.nights.length),
              <>
                {wishWords(rooms, sleeper.wish)}
                {sleeper.needsAccessible && '; accessible room'}
                {sleeper.unknown.length > 0 && (
                  <>
                    {' '}
                    <Tag colour="yellow">Not found: {sleeper.unknown.join(', ')}</Tag>
                  </>
                )}
              </>,
              agreedWith(rooms, sleeper)
                .map(({ name }) => name)
                .join(', ') || '–',
            ])}
          />
        </>
      )}
    </>
  );
}
