import { Body, Controller, Get, Param, Post, Req, Res } from '@nestjs/common';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { sendSheet, sheetFormatOf, sheetOf } from '#sheets';
import { actorOf, RunOnce } from '#platform';
import {
  BackLink,
  field,
  form,
  Input,
  pickFields,
  readToken,
  refusedFields,
  Site,
  submittedValues,
  textIn,
  type Form,
} from '#ui';
import { randomUUID } from 'node:crypto';
import { FindDoubleBookings } from '../../double-bookings/find-double-bookings.js';
import { kindWords } from '../../selection/in-words.js';
import { managePath } from '../../visits/addresses.js';
import type { Visit } from '../../visits/domain/visit.js';
import { FindVisit } from '../../visits/find-visit.js';
import { isProblem, VisitForms } from '../../visits/pages/visit-forms.js';
import { VisitFrame } from '../../visits/pages/visit-frame.js';
import { AddLeader } from '../add-leader.js';
import { nameFields } from '../domain/named.js';
import { ReadTravellers } from '../read-travellers.js';
import { NameInputs, readName } from './traveller-forms.js';
import { partWords, TravellerList } from './travellers.view.js';

const leaderNames = [...nameFields, 'organisationName'] as const;

/** Who travels with a visit, for staff, and those who lead it. */
@Controller('visits/manage/:id/travellers')
export class TravellersPage {
  constructor(
    private readonly site: Site,
    private readonly forms: VisitForms,
    private readonly visits: FindVisit,
    private readonly travellers: ReadTravellers,
    private readonly doubleBookings: FindDoubleBookings,
    private readonly addLeader: AddLeader,
    private readonly once: RunOnce,
  ) {}

  @Get()
  async show(@Param('id') id: string, @Req() request: FastifyRequest, @Res() reply: FastifyReply) {
    const visit = await this.visits.byId(id);
    const travellers = await this.travellers.all(visit.id);
    const coming = travellers.filter(({ status }) => status === 'confirmed');
    return this.site.send(request, reply, {
      title: `Travellers: ${visit.title}`,
      noIndex: true,
      before: <BackLink href={managePath}>Look after the visits</BackLink>,
      main: (
        <VisitFrame visit={visit} heading="Travellers" current="travellers">
          <TravellerList
            visit={visit}
            travellers={travellers}
            doubleBookings={await this.doubleBookings.of(visit, coming)}
          />
        </VisitFrame>
      ),
    });
  }

  @Get('export.:format')
  async file(@Param('id') id: string, @Param('format') format: string, @Res() reply: FastifyReply) {
    const visit = await this.visits.byId(id);
    const travellers = await this.travellers.all(visit.id);
    const sheet = sheetOf({
      name: `Travellers, ${visit.title}`,
      columns: [
        { key: 'number', title: 'Number', kind: 'number' },
        { key: 'name', title: 'Name', kind: 'text' },
        { key: 'part', title: 'Part', kind: 'text' },
        { key: 'organisation', title: 'Organisation', kind: 'text' },
        { key: 'jobTitle', title: 'What they do', kind: 'text' },
        { key: 'email', title: 'Email', kind: 'text' },
        { key: 'phone', title: 'Phone', kind: 'text' },
        { key: 'place', title: 'Place', kind: 'text' },
        { key: 'funded', title: 'Funded', kind: 'yes-no' },
        { key: 'travels', title: 'Travels', kind: 'yes-no' },
      ],
      rows: travellers.map((each) => ({
        number: each.number,
        name: each.name,
        part: partWords[each.part],
        organisation: each.organisationName,
        jobTitle: each.jobTitle,
        email: each.email,
        phone: each.phone,
        place: each.countsAs === null ? null : kindWords[each.countsAs],
        funded: each.funded,
        travels: each.status === 'confirmed',
      })),
    });
    return sendSheet(reply, sheet, sheetFormatOf(format));
  }

  @Get('new-leader')
  async showNew(@Param('id') id: string, @Req() request: FastifyRequest, @Res() reply: FastifyReply) {
    return this.askLeader(request, reply, await this.visits.byId(id), form(), randomUUID());
  }

  @Post('new-leader')
  async add(
    @Param('id') id: string,
    @Body() body: unknown,
    @Req() request: FastifyRequest,
    @Res() reply: FastifyReply,
  ) {
    const sent = submittedValues(body);
    const values = pickFields(sent, leaderNames);
    const actor = actorOf(request);
    const input = { ...readName(values), organisationName: textIn(values, 'organisationName') };
    try {
      await this.once.run(actor, readToken(sent), { id, ...values }, async (manager) => {
        const { id: leader } = await this.addLeader.run(manager, actor, id, input);
        return leader;
      });
      return await this.forms.done(
        reply,
        id,
        'travellers',
        `${input.name.trim()} leads the visit, and has a mail.`,
      );
    } catch (error) {
      const visit = await this.visits.byId(id);
      const isTaken = isProblem(error, 409);
      const errors = isTaken
        ? [{ field: 'email', message: error.detail }]
        : refusedFields(error, leaderNames);
      return this.askLeader(
        request,
        reply,
        visit,
        form(values, errors),
        readToken(sent),
        isTaken ? 409 : 422,
      );
    }
  }

  private askLeader(
    request: FastifyRequest,
    reply: FastifyReply,
    visit: Visit,
    shown: Form,
    once: string,
    status = 200,
  ) {
    return this.forms.send(
      request,
      reply,
      {
        visit,
        heading: 'Add somebody who leads the visit',
        part: 'travellers/new-leader',
        backPart: 'travellers',
        form: shown,
        hidden: { once },
        saveLabel: 'Add them',
        children: (
          <>
            <p class="govuk-body">They travel with it and take none of the {visit.places} places.</p>
            <NameInputs form={shown} />
            <Input {...field(shown, 'organisationName')} label="Organisation (optional)" autocomplete="off" />
          </>
        ),
      },
      status,
    );
  }
}
