import { Body, Controller, Get, Inject, Param, Post, Req, Res } from '@nestjs/common';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { actorOf, downloadHeaders } from '#platform';
import { sendSheet } from '#sheets';
import {
  Button,
  EmptyState,
  field,
  form,
  FormErrors,
  HiddenFields,
  Input,
  refusedFields,
  ResponsiveTable,
  submittedValues,
  textIn,
  type Form,
} from '#ui';
import { CLOCK, type Clock } from '../../tokens.js';
import { hotelPath, sleeperPath } from '../addresses.js';
import { shortNight, typeNames } from '../in-words.js';
import { changeWords, listPdf, listSheet, sentWords } from '../lists/list-files.js';
import { PassportsForList } from '../lists/passports-for-list.js';
import { RoomingLists, type RoomingList } from '../lists/rooming-lists.js';
import { RoomPages } from './room-pages.js';

/** A hotel's rooming list: looked through, taken out, and marked as sent. */
@Controller('visits/manage/:id/rooms/hotels/:hotelId')
export class ListPage {
  constructor(
    private readonly pages: RoomPages,
    private readonly lists: RoomingLists,
    private readonly passports: PassportsForList,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  @Get('list')
  async show(
    @Param('id') id: string,
    @Param('hotelId') hotelId: string,
    @Req() request: FastifyRequest,
    @Res() reply: FastifyReply,
  ) {
    return this.ask(request, reply, await this.lists.of(id, hotelId), form());
  }

  @Post('list')
  async send(
    @Param('id') id: string,
    @Param('hotelId') hotelId: string,
    @Body() body: unknown,
    @Req() request: FastifyRequest,
    @Res() reply: FastifyReply,
  ) {
    const values = submittedValues(body);
    const sentTo = textIn(values, 'sentTo');
    try {
      const last = Number(textIn(values, 'last')) || 0;
      const { sent } = await this.lists.send(actorOf(request), id, hotelId, sentTo, last);
      const text = `List ${sent[0]?.number ?? 1} is kept as sent. Changes from now on are marked.`;
      return await this.pages.done(reply, hotelPath(id, hotelId, 'list'), text);
    } catch (error) {
      const shown = form({ sentTo }, refusedFields(error, ['sentTo']));
      return this.ask(request, reply, await this.lists.of(id, hotelId), shown, 422);
    }
  }

  @Get('list.csv')
  async csv(
    @Param('id') id: string,
    @Param('hotelId') hotelId: string,
    @Req() request: FastifyRequest,
    @Res() reply: FastifyReply,
  ) {
    const list = await this.lists.of(id, hotelId);
    return sendSheet(reply, listSheet(list, await this.passports.of(actorOf(request), list)), 'csv');
  }

  @Get('list.pdf')
  async pdf(
    @Param('id') id: string,
    @Param('hotelId') hotelId: string,
    @Req() request: FastifyRequest,
    @Res() reply: FastifyReply,
  ) {
    const list = await this.lists.of(id, hotelId);
    const fileName = `Rooming list, ${list.hotel.name}, ${list.rooms.visit.title}.pdf`;
    return reply
      .headers(downloadHeaders({ fileName, type: 'application/pdf' }))
      .send(await listPdf(list, await this.passports.of(actorOf(request), list), this.clock()));
  }

  private ask(request: FastifyRequest, reply: FastifyReply, list: RoomingList, shown: Form, status = 200) {
    return this.pages.send(
      { request, reply, visit: list.rooms.visit },
      {
        heading: `Rooming list: ${list.hotel.name}`,
        hasErrors: shown.errors.length > 0,
        children: <ListView list={list} shown={shown} />,
      },
      status,
    );
  }
}

function ListView({ list, shown }: { readonly list: RoomingList; readonly shown: Form }) {
  const { rooms, hotel, lines, sent } = list;
  const { visit, sleepers } = rooms;
  const [last] = sent;
  const there = new Set(sleepers.map(({ id }) => id));
  const unnamed = sleepers.filter(
    ({ id, surname }) => surname === '' && lines.some(({ line }) => line.sleeperId === id),
  );
  const file = (format: string) => hotelPath(visit.id, hotel.id, `list.${format}`);
  return (
    <>
      <FormErrors form={shown} />
      {unnamed.length > 0 && (
        <p class="govuk-body">
          Not said yet as it is in the passport, so the whole name stands as a surname:{' '}
          {unnamed.map(({ name }) => name).join(', ')}.
        </p>
      )}
      {lines.length === 0 ? (
        <EmptyState titleText="Nobody has a room here yet">
          <p class="govuk-body">Propose rooms, or give people rooms by hand. Then the list is here.</p>
        </EmptyState>
      ) : (
        <>
          <p class="govuk-body cn-no-print">
            <a class="govuk-link" href={file('pdf')} download>
              Take the list out as a PDF
            </a>{' '}
            or{' '}
            <a class="govuk-link" href={file('csv')} download>
              as CSV
            </a>
          </p>
          {hotel.needsPassports && (
            <p class="govuk-body cn-no-print">
              The files have the numbers of passports and the dates of birth, as this hotel has to report its
              guests: each time that one is taken out is kept in the list of those who looked at sensitive
              details.
            </p>
          )}
          {last && <p class="govuk-body">Changes are marked since the list sent on {sentWords(last)}.</p>}
          <ResponsiveTable
            caption={`Who sleeps at ${hotel.name}`}
            captionClasses="govuk-visually-hidden"
            isWide
            columns={[
              { key: 'room', heading: 'Room' },
              { key: 'name', heading: 'Name' },
              { key: 'as', heading: 'Comes as' },
              { key: 'nights', heading: 'Nights' },
              { key: 'note', heading: 'Note' },
              ...(last ? [{ key: 'change', heading: 'Change' }] : []),
            ]}
            rows={lines.map((marked) => {
              const { line } = marked;
              const name = [line.title, line.forename, line.surname].filter(Boolean).join(' ');
              return [
                <>
                  {line.key} <span class="cn-quiet">{typeNames[line.type]}</span>
                </>,
                there.has(line.sleeperId) ? (
                  <a class="govuk-link" href={sleeperPath(visit.id, line.sleeperId)}>
                    {name}
                  </a>
                ) : (
                  name
                ),
                line.pax,
                `${shortNight(line.arrives)} to ${shortNight(line.leaves)}`,
                line.note || '–',
                ...(last ? [<strong>{changeWords(marked)}</strong>] : []),
              ];
            })}
          />
          <form method="post" action={hotelPath(visit.id, hotel.id, 'list')} novalidate class="cn-no-print">
            <h2 class="govuk-heading-m">Mark as sent</h2>
            <HiddenFields values={{ last: String(last?.number ?? 0) }} />
            <Input
              {...field(shown, 'sentTo')}
              label="To whom did you send it?"
              hint="A name or a mail address. The list is kept as it is now."
            />
            <Button preventDoubleClick>Mark the list as sent</Button>
          </form>
        </>
      )}
      {sent.length > 0 && (
        <>
          <h2 class="govuk-heading-m">Lists that were sent</h2>
          <ul class="govuk-list govuk-list--bullet">
            {sent.map((each) => (
              <li key={each.id}>
                List {each.number}, sent on {sentWords(each)} to {each.sentTo}
              </li>
            ))}
          </ul>
        </>
      )}
    </>
  );
}
