import { Controller, Get, Param, Post, Req, Res } from '@nestjs/common';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { actorOf } from '#platform';
import {
  BackLink,
  form,
  oneValue,
  readVersion,
  refusedFields,
  Site,
  submittedValues,
  textIn,
  type Form,
  type SubmittedValues,
} from '#ui';
import type { Traveller } from '../../travellers/domain/traveller.js';
import { ReadTravellers } from '../../travellers/read-travellers.js';
import { FindVisit } from '../../visits/find-visit.js';
import { isProblem } from '../../visits/pages/visit-forms.js';
import { legPath } from '../addresses.js';
import { placeField, type PlaceInput } from '../domain/places.js';
import { legName } from '../in-words.js';
import type { LegWithPlaces } from '../legs.js';
import { KeepOwnTravel } from '../own/keep-own-travel.js';
import { PlaceTravellers } from '../place-travellers.js';
import { ReadLegs } from '../read-legs.js';
import { PlacesView } from './places.view.js';

/** Who is on a leg, all at once, with what is booked for them. */
@Controller('visits/manage/:id/travel/:legId/travellers')
export class PlacesPage {
  constructor(
    private readonly site: Site,
    private readonly visits: FindVisit,
    private readonly travellers: ReadTravellers,
    private readonly legs: ReadLegs,
    private readonly own: KeepOwnTravel,
    private readonly place: PlaceTravellers,
  ) {}

  @Get()
  async show(
    @Param('id') id: string,
    @Param('legId') legId: string,
    @Req() request: FastifyRequest,
    @Res() reply: FastifyReply,
  ) {
    const { visit, leg, travellers } = await this.read(id, legId);
    return this.send(request, reply, { visit, leg, travellers }, form(valuesOf(leg)));
  }

  @Post()
  async save(
    @Param('id') id: string,
    @Param('legId') legId: string,
    @Req() request: FastifyRequest,
    @Res() reply: FastifyReply,
  ) {
    const { visit, leg, travellers } = await this.read(id, legId);
    const values = submittedValues(request.body);
    const seen = { visitId: visit.id, legId: leg.id, version: readVersion(values) ?? 0 };
    const wanted = readPlaces(values, travellers);
    const done = (text: string) =>
      this.site.redirect(reply, legPath(visit.id, leg.id), { type: 'success', text });
    try {
      if (oneValue(values, 'everybody') === 'yes') {
        // It takes nobody off, so that it does not matter what somebody else changed meanwhile.
        await this.place.everybody(actorOf(request), { ...seen, version: null });
        return await done('Everybody who does not look after their own way is on it.');
      }
      await this.place.replace(actorOf(request), seen, wanted);
      return await done('Who is on the leg is saved.');
    } catch (error) {
      const now = await this.read(id, legId);
      if (isProblem(error, 409)) {
        // Saved by a first press of the same button.
        if (isSame(now.leg, wanted)) return done('Who is on the leg is saved.');
        const message = `${error.detail} What you chose is below; saving replaces it.`;
        return this.send(request, reply, now, form(values, [{ field: '', message }]), 409);
      }
      const errors = refusedFields(error, placeNames(travellers));
      const shown = { ...now, leg: { ...now.leg, version: seen.version } };
      return this.send(request, reply, shown, form(values, errors), 422);
    }
  }

  private async read(id: string, legId: string) {
    const visit = await this.visits.byId(id);
    const leg = await this.legs.one({ visitId: visit.id, legId });
    return { visit, leg, travellers: await this.travellers.confirmed(visit.id) };
  }

  private async send(
    request: FastifyRequest,
    reply: FastifyReply,
    { visit, leg, travellers }: Awaited<ReturnType<PlacesPage['read']>>,
    shown: Form,
    status = 200,
  ) {
    const own = await this.own.of(travellers.map(({ id }) => id));
    const alone = new Set(
      travellers
        .filter(({ id }) => own.get(id)?.some(({ way }) => way === leg.way) === true)
        .map(({ id }) => id),
    );
    const page = {
      title: `Who is on ${legName(leg)}: ${visit.title}`,
      hasErrors: shown.errors.length > 0,
      noIndex: true,
      before: <BackLink href={legPath(visit.id, leg.id)}>{legName(leg)}</BackLink>,
      main: <PlacesView visit={visit} leg={leg} travellers={travellers} alone={alone} form={shown} />,
    };
    return this.site.send(request, reply, page, status);
  }
}

const valuesOf = (leg: LegWithPlaces): SubmittedValues =>
  Object.fromEntries(
    leg.places.flatMap(({ travellerId, seat, bookingReference }) => [
      [placeField(travellerId, 'on'), 'yes'],
      [placeField(travellerId, 'seat'), seat ?? ''],
      [placeField(travellerId, 'bookingReference'), bookingReference ?? ''],
    ]),
  );

const placeNames = (travellers: readonly Traveller[]): readonly string[] =>
  travellers.flatMap(({ id }) =>
    (['on', 'seat', 'bookingReference'] as const).map((part) => placeField(id, part)),
  );

const readPlaces = (values: SubmittedValues, travellers: readonly Traveller[]): readonly PlaceInput[] =>
  travellers
    .filter(({ id }) => oneValue(values, placeField(id, 'on')) === 'yes')
    .map(({ id }) => ({
      travellerId: id,
      seat: textIn(values, placeField(id, 'seat')),
      bookingReference: textIn(values, placeField(id, 'bookingReference')),
    }));

/** Whether a leg has exactly those that a form says; a seat may be written otherwise. */
const isSame = ({ places }: LegWithPlaces, wanted: readonly PlaceInput[]): boolean => {
  const key = (each: PlaceInput) =>
    `${each.travellerId} ${(each.seat ?? '').replaceAll(/\s+/g, '').toUpperCase()} ${(each.bookingReference ?? '').trim()}`;
  const [now, then] = [places.map(key).toSorted(), wanted.map(key).toSorted()];
  return JSON.stringify(now) === JSON.stringify(then);
};
