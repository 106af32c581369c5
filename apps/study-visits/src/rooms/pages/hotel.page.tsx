import { Body, Controller, Get, Param, Post, Req, Res } from '@nestjs/common';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { v7 as uuidv7 } from 'uuid';
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
  textIn,
  type Form,
} from '#ui';
import { isId } from '../../domain/ids.js';
import type { Visit } from '../../visits/domain/visit.js';
import { FindVisit } from '../../visits/find-visit.js';
import { isProblem } from '../../visits/pages/visit-forms.js';
import type { Hotel, VisitRooms } from '../domain/visit-rooms.js';
import { hotelPath, roomsPath } from '../addresses.js';
import { noSuchHotel, SaveHotel } from '../hotels/save-hotel.js';
import { ReadRooms } from '../read-rooms.js';
import { fillHotel, HotelFields, hotelFields, readHotel, RemoveHotel, tidyHotel } from './hotel-form.js';
import { RoomPages } from './room-pages.js';

/** The hotel of this id. @throws Problem 404 */
export function hotelOf({ hotels }: VisitRooms, id: string): Hotel {
  const found = hotels.find((each) => each.id === id);
  if (!found) throw noSuchHotel();
  return found;
}

interface Asked {
  readonly request: FastifyRequest;
  readonly reply: FastifyReply;
  readonly visit: Visit;
  readonly shown: Form;
  readonly status?: number;
}

/** Adds a hotel to a visit, changes it and removes it. */
@Controller('visits/manage/:id/rooms/hotels')
export class HotelPage {
  constructor(
    private readonly site: Site,
    private readonly pages: RoomPages,
    private readonly visits: FindVisit,
    private readonly rooms: ReadRooms,
    private readonly save: SaveHotel,
  ) {}

  @Get('new')
  async showNew(@Param('id') id: string, @Req() request: FastifyRequest, @Res() reply: FastifyReply) {
    return this.askNew({ request, reply, visit: await this.visits.byId(id), shown: form() }, uuidv7());
  }

  @Post('new')
  async add(
    @Param('id') id: string,
    @Body() body: unknown,
    @Req() request: FastifyRequest,
    @Res() reply: FastifyReply,
  ) {
    const sent = submittedValues(body);
    const values = tidyHotel(pickFields(sent, hotelFields));
    const once = isId(textIn(sent, 'once')) ? textIn(sent, 'once') : uuidv7();
    try {
      const hotel = await this.save.add(actorOf(request), id, readHotel(values), once);
      return this.pages.done(reply, roomsPath(id), `“${hotel.name}” is added.`);
    } catch (error) {
      const shown = form(values, refusedFields(error, hotelFields));
      return this.askNew({ request, reply, visit: await this.visits.byId(id), shown }, once);
    }
  }

  @Get(':hotelId')
  async show(
    @Param('id') id: string,
    @Param('hotelId') hotelId: string,
    @Req() request: FastifyRequest,
    @Res() reply: FastifyReply,
  ) {
    const rooms = await this.rooms.of(id);
    const hotel = hotelOf(rooms, hotelId);
    return this.askChange({ request, reply, visit: rooms.visit, shown: form(fillHotel(hotel)) }, hotel);
  }

  @Post(':hotelId')
  async change(
    @Param('id') id: string,
    @Param('hotelId') hotelId: string,
    @Body() body: unknown,
    @Req() request: FastifyRequest,
    @Res() reply: FastifyReply,
  ) {
    const sent = submittedValues(body);
    const values = tidyHotel(pickFields(sent, hotelFields));
    const seen = { visitId: id, hotelId, version: readVersion(sent) ?? 0 };
    try {
      const hotel = await this.save.edit(actorOf(request), seen, readHotel(values));
      return this.pages.done(reply, roomsPath(id), `“${hotel.name}” is saved.`);
    } catch (error) {
      const rooms = await this.rooms.of(id);
      const hotel = hotelOf(rooms, hotelId);
      const asked = { request, reply, visit: rooms.visit };
      if (isProblem(error, 409))
        return this.askChange({ ...asked, shown: form(values), status: 409 }, hotel, true);
      const shown = form(values, refusedFields(error, hotelFields));
      return this.askChange({ ...asked, shown }, { ...hotel, version: seen.version });
    }
  }

  @Get(':hotelId/delete')
  async askRemove(
    @Param('id') id: string,
    @Param('hotelId') hotelId: string,
    @Req() request: FastifyRequest,
    @Res() reply: FastifyReply,
  ) {
    const rooms = await this.rooms.of(id);
    const hotel = hotelOf(rooms, hotelId);
    const kinds = new Set(hotel.kinds.map((kind) => kind.id));
    const people = new Set(
      rooms.stays.filter(({ offer }) => kinds.has(offer)).map(({ traveller }) => traveller),
    );
    return sendForm(this.site, request, reply, {
      title: `Remove ${hotel.name}: ${rooms.visit.title}`,
      back: hotelPath(id, hotelId),
      heading: `Remove ${hotel.name}?`,
      action: hotelPath(id, hotelId, 'delete'),
      form: form(),
      saveLabel: 'Remove the hotel',
      isWarning: true,
      cancelLabel: 'Keep it',
      children: (
        <p class="govuk-body">
          {people.size === 0
            ? 'Nobody has a room there.'
            : `${people.size} of the people have rooms there, and will be without for those nights.`}{' '}
          The lists that were sent to it go, too. It cannot be undone.
        </p>
      ),
    });
  }

  @Post(':hotelId/delete')
  async remove(
    @Param('id') id: string,
    @Param('hotelId') hotelId: string,
    @Req() request: FastifyRequest,
    @Res() reply: FastifyReply,
  ) {
    try {
      const { name } = await this.save.remove(actorOf(request), id, hotelId);
      return this.pages.done(reply, roomsPath(id), `“${name}” is removed.`);
    } catch (error) {
      // Removed by a first press of the same button.
      if (isProblem(error, 404)) return this.pages.told(reply, roomsPath(id), 'The hotel is removed.');
      throw error;
    }
  }

  private askNew({ request, reply, visit, shown, status }: Asked, once: string) {
    const page = {
      title: `Add a hotel: ${visit.title}`,
      back: roomsPath(visit.id),
      backText: 'Rooms',
      heading: 'Add a hotel',
      action: roomsPath(visit.id, 'hotels/new'),
      form: shown,
      hidden: { once },
      saveLabel: 'Add the hotel',
      children: <HotelFields shown={shown} />,
    };
    return sendForm(this.site, request, reply, page, status);
  }

  private askChange({ request, reply, visit, shown, status }: Asked, hotel: Hotel, isMeanwhile = false) {
    const page = {
      title: `${hotel.name}: ${visit.title}`,
      back: roomsPath(visit.id),
      backText: 'Rooms',
      heading: hotel.name,
      action: hotelPath(visit.id, hotel.id),
      form: shown,
      hidden: { version: String(hotel.version) },
      saveLabel: isMeanwhile ? 'Save mine in place of theirs' : 'Save the hotel',
      notice: isMeanwhile && (
        <InsetText>
          Somebody changed this hotel after you opened it. What you typed is below and is not saved yet.{' '}
          <a class="govuk-link" href={hotelPath(visit.id, hotel.id)}>
            Open it as it is now
          </a>
        </InsetText>
      ),
      children: (
        <>
          <HotelFields shown={shown} />
          <RemoveHotel path={hotelPath(visit.id, hotel.id, 'delete')} />
        </>
      ),
    };
    return sendForm(this.site, request, reply, page, status);
  }
}
