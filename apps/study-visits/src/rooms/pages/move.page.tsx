import { Body, Controller, Get, Param, Post, Query, Req, Res } from '@nestjs/common';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { actorOf, type SentQuery } from '#platform';
import {
  allValues,
  Button,
  Checkboxes,
  EmptyState,
  field,
  form,
  FormErrors,
  HiddenFields,
  Radios,
  submittedValues,
  SummaryList,
  textIn,
  type Form,
} from '#ui';
import { isProblem } from '../../visits/pages/visit-forms.js';
import type { Sleeper, VisitRooms } from '../domain/visit-rooms.js';
import { roomsPath, sleeperPath } from '../addresses.js';
import { kindWords, nightWords, poundWords } from '../in-words.js';
import { ReadRooms } from '../read-rooms.js';
import { MoveSleeper, tryMove, type MoveWish } from '../sleepers/move-sleeper.js';
import { sleeperOf } from '../sleepers/save-sleeper.js';
import { RoomPages } from './room-pages.js';

/** A room in a form: `<kind> <key>`; a further one of a kind without a key; none at all. */
const noRoom = 'none';
const valueOf = ({ kindId, key }: MoveWish): string => (key === null ? kindId : `${kindId} ${key}`);

function wishOf(value: string): MoveWish | null {
  const [kindId = '', ...key] = value.split(' ');
  return value === noRoom ? null : { kindId, key: key.length > 0 ? key.join(' ') : null };
}

/** Moves somebody to another room for some nights, and says beforehand what that would break. */
@Controller('visits/manage/:id/rooms/people/:sleeperId/move')
export class MovePage {
  constructor(
    private readonly pages: RoomPages,
    private readonly rooms: ReadRooms,
    private readonly move: MoveSleeper,
  ) {}

  @Get()
  async show(
    @Param('id') id: string,
    @Param('sleeperId') sleeperId: string,
    @Query() query: SentQuery,
    @Req() request: FastifyRequest,
    @Res() reply: FastifyReply,
  ) {
    const values = submittedValues(query);
    return this.ask(request, reply, await this.rooms.of(id), sleeperId, form(values));
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
    const room = textIn(values, 'room');
    const rooms = await this.rooms.of(id);
    const again = (message: string, status: number) =>
      this.ask(request, reply, rooms, sleeperId, form(values, [{ field: 'room', message }]), status);
    if (room === '') return again('Choose a room.', 422);
    try {
      const nights = allValues(values, 'nights');
      const { name } = await this.move.run(actorOf(request), id, sleeperId, nights, wishOf(room));
      const text = room === noRoom ? `${name} has no room for these nights now.` : `${name} is moved.`;
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
    status = 200,
  ) {
    const sleeper = sleeperOf(rooms, sleeperId);
    return this.pages.send(
      { request, reply, visit: rooms.visit },
      {
        heading: `Move ${sleeper.name}`,
        hasErrors: shown.errors.length > 0,
        children: <MoveView rooms={rooms} sleeper={sleeper} shown={shown} />,
      },
      status,
    );
  }
}

interface MoveViewProps {
  readonly rooms: VisitRooms;
  readonly sleeper: Sleeper;
  readonly shown: Form;
}

function MoveView({ rooms, sleeper, shown }: MoveViewProps) {
  const { visit, stays } = rooms;
  const kinds = rooms.hotels.flatMap((hotel) => hotel.kinds.map((kind) => ({ hotel, kind })));
  const asked = allValues(shown.values, 'nights').filter((night) => sleeper.nights.includes(night));
  const nights = asked.length > 0 ? asked : sleeper.nights;
  if (kinds.length === 0 || sleeper.nights.length === 0)
    return (
      <EmptyState titleText="Nothing to choose from">
        <p class="govuk-body">
          {kinds.length === 0 ? 'No hotel has rooms yet.' : `${sleeper.name} stays for none of the nights.`}
        </p>
      </EmptyState>
    );
  const where = (night: string) => {
    const stay = stays.find((each) => each.traveller === sleeper.id && each.night === night);
    const found = kinds.find(({ kind }) => kind.id === stay?.offer);
    return stay && found ? `${stay.key} at ${found.hotel.name}` : 'No room';
  };
  const path = sleeperPath(visit.id, sleeper.id, 'move');
  return (
    <>
      <FormErrors form={shown} />
      <SummaryList rows={sleeper.nights.map((night) => ({ key: nightWords(night), value: where(night) }))} />
      <form method="get" action={path}>
        <Checkboxes
          name="nights"
          values={nights}
          fieldset={{ legend: { text: 'For which nights?', classes: 'govuk-fieldset__legend--m' } }}
          classes="govuk-checkboxes--small"
          items={sleeper.nights.map((night) => ({ value: night, text: nightWords(night) }))}
        />
        <Button classes="govuk-button--secondary">Show rooms for these nights</Button>
      </form>
      <form method="post" action={path} novalidate>
        <HiddenFields values={{ nights: [...nights] }} />
        <Choices rooms={rooms} sleeper={sleeper} nights={nights} shown={shown} />
        <Button preventDoubleClick>Move {sleeper.name}</Button>
      </form>
    </>
  );
}

/** Rooms that can be had first; of the others, why not. */
function Choices({
  rooms,
  sleeper,
  nights,
  shown,
}: MoveViewProps & {
  readonly nights: readonly string[];
}) {
  const choices = rooms.hotels.flatMap((hotel) =>
    hotel.kinds.flatMap((kind) => {
      const inKind = rooms.stays.filter(({ offer, night }) => offer === kind.id && nights.includes(night));
      const keys = [...new Set(inKind.map(({ key }) => key))].toSorted();
      return [...keys, null].map((key) => {
        const to = { kindId: kind.id, key };
        const who = new Set(inKind.filter((stay) => stay.key === key).map(({ traveller }) => traveller));
        const names = rooms.sleepers
          .filter(({ id }) => who.has(id) && id !== sleeper.id)
          .map(({ name }) => name);
        return {
          value: valueOf(to),
          text: `${hotel.name}: ${key ?? 'another room'}, ${kindWords(kind)}`,
          about: names.length > 0 ? `With ${names.join(', ')}.` : `${poundWords(kind.pricePence)} a night.`,
          broken: tryMove(rooms, sleeper.id, nights, to).broken,
        };
      });
    }),
  );
  const free = choices.filter(({ broken }) => broken.length === 0);
  const others = choices.filter(({ broken }) => broken.length > 0);
  return (
    <>
      <Radios
        {...field(shown, 'room')}
        fieldset={{ legend: { text: 'To which room?', classes: 'govuk-fieldset__legend--m' } }}
        items={[
          ...free.map(({ value, text, about }) => ({ value, text, hint: about })),
          { value: noRoom, text: 'None: take them out of their room' },
        ]}
      />
      {others.length > 0 && (
        <details class="govuk-details">
          <summary class="govuk-details__summary">
            <span class="govuk-details__summary-text">Rooms that they cannot have, and why</span>
          </summary>
          <div class="govuk-details__text">
            <ul class="govuk-list govuk-list--bullet">
              {others.map(({ value, text, broken }) => (
                <li key={value}>
                  <strong>{text}</strong>: {broken.join(' ')}
                </li>
              ))}
            </ul>
          </div>
        </details>
      )}
    </>
  );
}
