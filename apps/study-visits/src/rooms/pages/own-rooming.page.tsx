import { Body, Controller, Get, Param, Post, Req, Res } from '@nestjs/common';
import type { FastifyReply, FastifyRequest } from 'fastify';
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
import { ownTravelPath } from '../../travellers/addresses.js';
import { OpenTraveller } from '../../travellers/open-traveller.js';
import { isProblem } from '../../visits/pages/visit-forms.js';
import type { Sleeper, VisitRooms } from '../domain/visit-rooms.js';
import { ownRoomingPath } from '../addresses.js';
import { agreedWith } from '../in-words.js';
import { ReadRooms } from '../read-rooms.js';
import { SaveSleeper, sleeperOf } from '../sleepers/save-sleeper.js';
import { fillOwn, OwnFields, ownFields, readOwn } from './sleeper-form.js';

interface Asked {
  readonly secret: string;
  readonly rooms: VisitRooms;
  readonly sleeper: Sleeper;
  readonly shown: Form;
  readonly isMeanwhile?: boolean;
}

/** What a traveller says by their own link of the room that they need. */
@Controller('visits/travellers/:secret/rooming')
export class OwnRoomingPage {
  constructor(
    private readonly site: Site,
    private readonly open: OpenTraveller,
    private readonly rooms: ReadRooms,
    private readonly save: SaveSleeper,
  ) {}

  @Get()
  async show(@Param('secret') secret: string, @Req() request: FastifyRequest, @Res() reply: FastifyReply) {
    const { rooms, sleeper } = await this.find(secret);
    return this.ask(request, reply, { secret, rooms, sleeper, shown: form(fillOwn(sleeper, rooms)) });
  }

  @Post()
  async keep(
    @Param('secret') secret: string,
    @Body() body: unknown,
    @Req() request: FastifyRequest,
    @Res() reply: FastifyReply,
  ) {
    const sent = submittedValues(body);
    const values = pickFields(sent, ownFields);
    const version = readVersion(sent) ?? 0;
    try {
      await this.save.byLink(secret, version, readOwn(values));
      const text = 'What you need of a room is saved.';
      return await this.site.redirect(reply, ownRoomingPath(secret), { type: 'success', text });
    } catch (error) {
      const found = await this.find(secret);
      if (isProblem(error, 409)) {
        const isMeanwhile = error.code === 'edited-meanwhile';
        const shown = form(values, isMeanwhile ? [] : [{ field: '', message: error.detail }]);
        return this.ask(request, reply, { secret, ...found, shown, isMeanwhile });
      }
      const shown = form(values, refusedFields(error, ownFields));
      const sleeper = { ...found.sleeper, version };
      return this.ask(request, reply, { secret, rooms: found.rooms, sleeper, shown });
    }
  }

  /** @throws Problem 404, also for whoever withdrew */
  private async find(secret: string): Promise<{ readonly rooms: VisitRooms; readonly sleeper: Sleeper }> {
    const { traveller, visit } = await this.open.read({ secret });
    const rooms = await this.rooms.ofVisit(visit);
    return { rooms, sleeper: sleeperOf(rooms, traveller.id) };
  }

  private ask(
    request: FastifyRequest,
    reply: FastifyReply,
    { secret, rooms, sleeper, shown, isMeanwhile = false }: Asked,
  ) {
    const agreed = agreedWith(rooms, sleeper);
    const page = {
      title: `Your room: ${rooms.visit.title}`,
      back: ownTravelPath(secret),
      backText: rooms.visit.title,
      heading: 'Your room',
      action: ownRoomingPath(secret),
      form: shown,
      hidden: { version: String(sleeper.version) },
      saveLabel: 'Save what I need',
      notice: isMeanwhile && (
        <InsetText>
          This was changed after you opened it. What you typed is below and is not saved yet: save it again to
          keep it.
        </InsetText>
      ),
      children: (
        <>
          {agreed.length > 0 && (
            <InsetText>
              You both said that you would share: {agreed.map(({ name }) => name).join(', ')}.
            </InsetText>
          )}
          {sleeper.wish !== null && sleeper.wish.kind !== 'single' && agreed.length === 0 && (
            <InsetText>
              Nobody you named has said so of you yet. Until both say it, you have a room alone.
            </InsetText>
          )}
          <OwnFields shown={shown} />
        </>
      ),
    };
    return sendForm(this.site, request, reply, page, isMeanwhile ? 409 : undefined);
  }
}
