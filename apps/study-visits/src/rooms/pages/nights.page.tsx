import { Body, Controller, Get, Param, Post, Req, Res } from '@nestjs/common';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { checkWhole } from '#checks';
import { actorOf } from '#platform';
import {
  field,
  form,
  InsetText,
  Input,
  readVersion,
  refusedFields,
  sendForm,
  Site,
  submittedValues,
  textIn,
  type FieldError,
  type Form,
} from '#ui';
import { isProblem } from '../../visits/pages/visit-forms.js';
import { mostRooms } from '../domain/hotel-details.js';
import type { Hotel, VisitRooms } from '../domain/visit-rooms.js';
import { hotelPath, roomsPath } from '../addresses.js';
import { SaveHotel } from '../hotels/save-hotel.js';
import { kindWords, nightWords } from '../in-words.js';
import { ReadRooms } from '../read-rooms.js';
import { hotelOf } from './hotel.page.js';
import { RoomPages } from './room-pages.js';

const nameOf = (kindId: string, night: string): string => `${kindId}.${night}`;

/** Says how many rooms of each kind a hotel has in single nights. */
@Controller('visits/manage/:id/rooms/hotels/:hotelId/nights')
export class NightsPage {
  constructor(
    private readonly site: Site,
    private readonly pages: RoomPages,
    private readonly rooms: ReadRooms,
    private readonly save: SaveHotel,
  ) {}

  @Get()
  async show(
    @Param('id') id: string,
    @Param('hotelId') hotelId: string,
    @Req() request: FastifyRequest,
    @Res() reply: FastifyReply,
  ) {
    const rooms = await this.rooms.of(id);
    const hotel = hotelOf(rooms, hotelId);
    const values = Object.fromEntries(
      hotel.kinds.flatMap((kind) =>
        rooms.nights.map((night) => [nameOf(kind.id, night), String(kind.otherwise[night] ?? kind.rooms)]),
      ),
    );
    return this.ask(request, reply, { rooms, hotel, shown: form(values) });
  }

  @Post()
  async change(
    @Param('id') id: string,
    @Param('hotelId') hotelId: string,
    @Body() body: unknown,
    @Req() request: FastifyRequest,
    @Res() reply: FastifyReply,
  ) {
    const rooms = await this.rooms.of(id);
    const hotel = hotelOf(rooms, hotelId);
    const values = submittedValues(body);
    const errors: FieldError[] = [];
    const numbers = Object.fromEntries(
      hotel.kinds.map((kind) => [
        kind.id,
        Object.fromEntries(
          rooms.nights.flatMap((night) => {
            const name = nameOf(kind.id, night);
            const rules = { what: 'how many rooms there are', least: 0, most: mostRooms };
            const checked = checkWhole(textIn(values, name), name, rules);
            if (checked.ok) return [[night, checked.value]];
            errors.push(...checked.problems);
            return [];
          }),
        ),
      ]),
    );
    const version = readVersion(values) ?? 0;
    const asked = { rooms, hotel: { ...hotel, version } };
    if (errors.length > 0) return this.ask(request, reply, { ...asked, shown: form(values, errors) });
    try {
      await this.save.setNights(actorOf(request), { visitId: id, hotelId, version }, numbers);
      return await this.pages.done(reply, roomsPath(id), `The rooms of “${hotel.name}” are saved.`);
    } catch (error) {
      if (isProblem(error, 409))
        return this.ask(request, reply, { rooms, hotel, shown: form(values), isMeanwhile: true });
      const names = Object.entries(numbers).flatMap(([kind, ofKind]) =>
        Object.keys(ofKind).map((night) => nameOf(kind, night)),
      );
      return this.ask(request, reply, { ...asked, shown: form(values, refusedFields(error, names)) });
    }
  }

  private ask(
    request: FastifyRequest,
    reply: FastifyReply,
    asked: {
      readonly rooms: VisitRooms;
      readonly hotel: Hotel;
      readonly shown: Form;
      readonly isMeanwhile?: boolean;
    },
  ) {
    const { rooms, hotel, shown, isMeanwhile = false } = asked;
    const { visit, nights } = rooms;
    const page = {
      title: `Rooms in single nights: ${hotel.name}`,
      back: roomsPath(visit.id),
      backText: 'Rooms',
      heading: `Rooms in single nights: ${hotel.name}`,
      action: hotelPath(visit.id, hotel.id, 'nights'),
      form: shown,
      hidden: { version: String(hotel.version) },
      saveLabel: isMeanwhile ? 'Save mine in place of theirs' : 'Save the numbers',
      notice: isMeanwhile && (
        <InsetText>
          Somebody changed this hotel after you opened it. What you typed is not saved yet.
        </InsetText>
      ),
      children:
        hotel.kinds.length === 0 ? (
          <p class="govuk-body">The hotel has no rooms yet. Add its kinds of rooms first.</p>
        ) : (
          hotel.kinds.map((kind) => (
            <fieldset key={kind.id} class="govuk-fieldset govuk-form-group">
              <legend class="govuk-fieldset__legend govuk-fieldset__legend--m">{kindWords(kind)}</legend>
              {nights.map((night) => (
                <Input
                  key={night}
                  {...field(shown, nameOf(kind.id, night))}
                  label={nightWords(night)}
                  inputmode="numeric"
                  classes="govuk-input--width-3"
                />
              ))}
            </fieldset>
          ))
        ),
    };
    return sendForm(this.site, request, reply, page, isMeanwhile ? 409 : undefined);
  }
}
