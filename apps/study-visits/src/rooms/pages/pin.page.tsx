import { Body, Controller, Get, Param, Post, Req, Res } from '@nestjs/common';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { actorOf } from '#platform';
import { field, form, Radios, sendForm, Site, submittedValues, textIn, type Form } from '#ui';
import { isProblem } from '../../visits/pages/visit-forms.js';
import type { Pin, VisitRooms } from '../domain/visit-rooms.js';
import { roomsPath, sleeperPath } from '../addresses.js';
import { kindWords } from '../in-words.js';
import { ReadRooms } from '../read-rooms.js';
import { PinSleeper } from '../sleepers/pin-sleeper.js';
import { sleeperOf } from '../sleepers/save-sleeper.js';
import { RoomPages } from './room-pages.js';

/** A pin in a form: `<hotel>`, `<hotel> <kind>`; `nowhere`: there is none. */
const nowhere = 'nowhere';

const valueOf = (pin: Pin | null): string =>
  pin === null ? nowhere : [pin.hotelId, pin.kindId].filter((id) => id !== null).join(' ');

function pinOf(value: string): Pin | null {
  const [hotelId = '', kindId = null] = value.split(' ');
  return value === nowhere ? null : { hotelId, kindId };
}

/** Pins somebody to a hotel or a kind of room there, so that no proposal moves them elsewhere. */
@Controller('visits/manage/:id/rooms/people/:sleeperId/pin')
export class PinPage {
  constructor(
    private readonly site: Site,
    private readonly pages: RoomPages,
    private readonly rooms: ReadRooms,
    private readonly pin: PinSleeper,
  ) {}

  @Get()
  async show(
    @Param('id') id: string,
    @Param('sleeperId') sleeperId: string,
    @Req() request: FastifyRequest,
    @Res() reply: FastifyReply,
  ) {
    const rooms = await this.rooms.of(id);
    const value = valueOf(sleeperOf(rooms, sleeperId).pin);
    return this.ask(request, reply, rooms, sleeperId, form({ pin: value }));
  }

  @Post()
  async save(
    @Param('id') id: string,
    @Param('sleeperId') sleeperId: string,
    @Body() body: unknown,
    @Req() request: FastifyRequest,
    @Res() reply: FastifyReply,
  ) {
    const values = submittedValues(body);
    const [chosen, seen] = [textIn(values, 'pin'), textIn(values, 'seen')];
    const again = async (message: string, status: number) => {
      const shown = form({ pin: chosen }, [{ field: 'pin', message }]);
      return this.ask(request, reply, await this.rooms.of(id), sleeperId, shown, status);
    };
    if (chosen === '') return again('Choose where they are to sleep.', 422);
    try {
      const wasSeen = seen === '' ? undefined : pinOf(seen);
      const { name, pin } = await this.pin.run(actorOf(request), id, sleeperId, pinOf(chosen), wasSeen);
      const text =
        pin === null
          ? `${name} is pinned no longer.`
          : `${name} is pinned. Propose rooms again, or move them, if they sleep elsewhere.`;
      return await this.pages.done(reply, roomsPath(id), text);
    } catch (error) {
      if (isProblem(error, 409)) return again(error.detail, 409);
      if (isProblem(error, 422)) return again(error.fields[0]?.message ?? error.detail, 422);
      throw error;
    }
  }

  private ask(
    request: FastifyRequest,
    reply: FastifyReply,
    rooms: VisitRooms,
    sleeperId: string,
    shown: Form,
    status?: number,
  ) {
    const sleeper = sleeperOf(rooms, sleeperId);
    const page = {
      title: `Where ${sleeper.name} sleeps: ${rooms.visit.title}`,
      back: sleeperPath(rooms.visit.id, sleeperId),
      backText: sleeper.name,
      heading: `Where is ${sleeper.name} to sleep?`,
      action: sleeperPath(rooms.visit.id, sleeperId, 'pin'),
      form: shown,
      hidden: { seen: valueOf(sleeper.pin) },
      saveLabel: 'Save where they sleep',
      children: (
        <Radios
          {...field(shown, 'pin')}
          fieldset={{
            legend: { text: 'In every night that they stay', classes: 'govuk-fieldset__legend--m' },
          }}
          hint="Proposals keep to it. With whom they share still goes by what both stated."
          items={[
            { value: nowhere, text: 'Wherever there is a room' },
            ...rooms.hotels.flatMap((hotel) => [
              { value: hotel.id, text: `${hotel.name}, any room` },
              ...hotel.kinds.map((kind) => ({
                value: valueOf({ hotelId: hotel.id, kindId: kind.id }),
                text: `${hotel.name}: ${kindWords(kind)}`,
              })),
            ]),
          ]}
        />
      ),
    };
    return sendForm(this.site, request, reply, page, status);
  }
}
