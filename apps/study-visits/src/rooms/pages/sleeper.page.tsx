import { Body, Controller, Get, Param, Post, Req, Res } from '@nestjs/common';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { actorOf } from '#platform';
import {
  form,
  InsetText,
  pickFields,
  readVersion,
  refusedFields,
  sendForm,
  Site,
  submittedValues,
  type Form,
} from '#ui';
import { isProblem } from '../../visits/pages/visit-forms.js';
import type { Sleeper, VisitRooms } from '../domain/visit-rooms.js';
import { roomsPath, sleeperPath } from '../addresses.js';
import { agreedWith, pinWords } from '../in-words.js';
import { ReadRooms } from '../read-rooms.js';
import { SaveSleeper, sleeperOf } from '../sleepers/save-sleeper.js';
import { RoomPages } from './room-pages.js';
import { fillSleeper, readSleeper, SleeperFields, sleeperFields } from './sleeper-form.js';

interface Asked {
  readonly rooms: VisitRooms;
  readonly sleeper: Sleeper;
  readonly shown: Form;
  readonly isMeanwhile?: boolean;
}

/** What somebody needs of a room, as staff say it for them. */
@Controller('visits/manage/:id/rooms/people/:sleeperId')
export class SleeperPage {
  constructor(
    private readonly site: Site,
    private readonly pages: RoomPages,
    private readonly rooms: ReadRooms,
    private readonly save: SaveSleeper,
  ) {}

  @Get()
  async show(
    @Param('id') id: string,
    @Param('sleeperId') sleeperId: string,
    @Req() request: FastifyRequest,
    @Res() reply: FastifyReply,
  ) {
    const rooms = await this.rooms.of(id);
    const sleeper = sleeperOf(rooms, sleeperId);
    return this.ask(request, reply, { rooms, sleeper, shown: form(fillSleeper(sleeper)) });
  }

  @Post()
  async change(
    @Param('id') id: string,
    @Param('sleeperId') sleeperId: string,
    @Body() body: unknown,
    @Req() request: FastifyRequest,
    @Res() reply: FastifyReply,
  ) {
    const sent = submittedValues(body);
    const values = pickFields(sent, sleeperFields);
    const version = readVersion(sent) ?? 0;
    try {
      const seen = { visitId: id, sleeperId, version };
      const { name } = await this.save.byStaff(actorOf(request), seen, readSleeper(values));
      return await this.pages.done(reply, roomsPath(id, 'people'), `What ${name} needs is saved.`);
    } catch (error) {
      const rooms = await this.rooms.of(id);
      const sleeper = sleeperOf(rooms, sleeperId);
      if (isProblem(error, 409))
        return this.ask(request, reply, { rooms, sleeper, shown: form(values), isMeanwhile: true });
      const shown = form(values, refusedFields(error, sleeperFields));
      return this.ask(request, reply, { rooms, sleeper: { ...sleeper, version }, shown });
    }
  }

  @Get('delete')
  async askRemove(
    @Param('id') id: string,
    @Param('sleeperId') sleeperId: string,
    @Req() request: FastifyRequest,
    @Res() reply: FastifyReply,
  ) {
    const { name } = sleeperOf(await this.rooms.of(id), sleeperId);
    return sendForm(this.site, request, reply, {
      back: sleeperPath(id, sleeperId),
      heading: `Remove ${name}?`,
      action: sleeperPath(id, sleeperId, 'delete'),
      form: form(),
      saveLabel: 'Remove them',
      isWarning: true,
      cancelLabel: 'Keep them',
      children: <p class="govuk-body">Their rooms go with them. It cannot be undone.</p>,
    });
  }

  @Post('delete')
  async remove(
    @Param('id') id: string,
    @Param('sleeperId') sleeperId: string,
    @Req() request: FastifyRequest,
    @Res() reply: FastifyReply,
  ) {
    const { name } = await this.save.remove(actorOf(request), id, sleeperId);
    return this.pages.done(reply, roomsPath(id, 'people'), `${name} is removed.`);
  }

  private ask(
    request: FastifyRequest,
    reply: FastifyReply,
    { rooms, sleeper, shown, isMeanwhile = false }: Asked,
  ) {
    const { visit } = rooms;
    const agreed = agreedWith(rooms, sleeper);
    const page = {
      title: `${sleeper.name}: ${visit.title}`,
      back: roomsPath(visit.id, 'people'),
      backText: 'Who needs a room',
      heading: sleeper.name,
      action: sleeperPath(visit.id, sleeper.id),
      form: shown,
      hidden: { version: String(sleeper.version) },
      saveLabel: isMeanwhile ? 'Save mine in place of theirs' : 'Save what they need',
      notice: isMeanwhile && (
        <InsetText>
          This was changed after you opened it. What you typed is below and is not saved yet.{' '}
          <a class="govuk-link" href={sleeperPath(visit.id, sleeper.id)}>
            Open it as it is now
          </a>
        </InsetText>
      ),
      children: (
        <>
          <p class="govuk-body">{sharingWords(sleeper, agreed)}</p>
          <ul class="cn-choices">
            <li>
              <a class="govuk-link" href={sleeperPath(visit.id, sleeper.id, 'move')}>
                Move them to another room
              </a>
            </li>
            <li>
              <a class="govuk-link" href={sleeperPath(visit.id, sleeper.id, 'pin')}>
                {sleeper.pin === null
                  ? 'Pin them to a hotel or a room'
                  : `Pinned to ${pinWords(rooms, sleeper.pin)}: change it`}
              </a>
            </li>
            {sleeper.part === 'driver' && (
              <li>
                <a class="govuk-link" href={sleeperPath(visit.id, sleeper.id, 'delete')}>
                  Remove them
                </a>
              </li>
            )}
          </ul>
          <SleeperFields shown={shown} rooms={rooms} self={sleeper.id} />
        </>
      ),
    };
    return sendForm(this.site, request, reply, page, isMeanwhile ? 409 : undefined);
  }
}

/** What comes of what they said of sharing. */
function sharingWords({ wish }: Sleeper, agreed: readonly Sleeper[]): string {
  if (agreed.length > 0)
    return `Both said that they would share: ${agreed.map(({ name }) => name).join(', ')}.`;
  return wish === null || wish.kind === 'single'
    ? 'They have a room alone.'
    : 'Nobody whom they named has said the same of them yet, so they have a room alone.';
}
