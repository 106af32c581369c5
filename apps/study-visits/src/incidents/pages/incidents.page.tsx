import { randomUUID } from 'node:crypto';
import { Controller, Get, Param, Post, Req, Res } from '@nestjs/common';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { actorOf, RunOnce } from '#platform';
import {
  BackLink,
  form,
  pickFields,
  readDay,
  readToken,
  refusedFields,
  Site,
  submittedValues,
  textIn,
  type Form,
} from '#ui';
import { managePath } from '../../visits/addresses.js';
import type { Visit } from '../../visits/domain/visit.js';
import { FindVisit } from '../../visits/find-visit.js';
import { isProblem, VisitForms } from '../../visits/pages/visit-forms.js';
import { IncidentReaders } from '../incident-readers.js';
import { ReadIncidents } from '../read-incidents.js';
import { RecordIncident } from '../record-incident.js';
import { AccountFields, accountNames } from './account-fields.js';
import { IncidentsView } from './incidents.view.js';

/** What happened on a visit: all of the staff may record it, those named may read it. */
@Controller('visits/manage/:id/incidents')
export class IncidentsPage {
  constructor(
    private readonly site: Site,
    private readonly forms: VisitForms,
    private readonly visits: FindVisit,
    private readonly readers: IncidentReaders,
    private readonly incidents: ReadIncidents,
    private readonly record: RecordIncident,
    private readonly runOnce: RunOnce,
  ) {}

  @Get()
  async list(@Param('id') id: string, @Req() request: FastifyRequest, @Res() reply: FastifyReply) {
    const visit = await this.visits.byId(id);
    const actor = actorOf(request);
    const isNamed = await this.readers.isNamed(visit.id, actor);
    return this.site.send(request, reply, {
      title: `Incidents: ${visit.title}`,
      noIndex: true,
      before: <BackLink href={managePath}>Look after the visits</BackLink>,
      main: (
        <IncidentsView
          visit={visit}
          readers={await this.readers.of(visit.id)}
          keepYears={await this.readers.keepYears(visit.id)}
          incidents={isNamed ? await this.incidents.of(visit.id, actor) : null}
          isAdministrator={actor.identity.roles.includes('admin')}
        />
      ),
    });
  }

  @Get('new')
  async showNew(@Param('id') id: string, @Req() request: FastifyRequest, @Res() reply: FastifyReply) {
    return this.ask(request, reply, await this.visits.byId(id), form(), randomUUID());
  }

  @Post('new')
  async add(@Param('id') id: string, @Req() request: FastifyRequest, @Res() reply: FastifyReply) {
    const sent = submittedValues(request.body);
    const values = pickFields(sent, accountNames);
    const token = readToken(sent);
    const actor = actorOf(request);
    const visit = await this.visits.byId(id);
    try {
      await this.runOnce.run(actor, token, { ...values, id }, async (manager) => {
        const incident = await this.record.record(manager, actor, visit.id, {
          day: readDay(values, 'day', 'the day on which it happened'),
          whenAndWhere: textIn(values, 'whenAndWhere'),
          who: textIn(values, 'who'),
          what: textIn(values, 'what'),
          done: textIn(values, 'done'),
        });
        return incident.id;
      });
      const text = 'It is recorded, and those who may read it have a mail that there is something new.';
      return await this.forms.done(reply, visit.id, 'incidents', text);
    } catch (error) {
      const errors = isProblem(error, 409)
        ? [{ field: '', message: error.detail }]
        : refusedFields(error, accountNames);
      return this.ask(request, reply, visit, form(values, errors), token);
    }
  }

  private ask(request: FastifyRequest, reply: FastifyReply, visit: Visit, shown: Form, token: string) {
    const page = {
      visit,
      heading: 'Record an incident',
      part: 'incidents/new',
      backPart: 'incidents',
      form: shown,
      hidden: { once: token },
      saveLabel: 'Record it',
      children: <AccountFields form={shown} />,
    };
    return this.forms.send(request, reply, page, shown.errors.length > 0 ? 422 : 200);
  }
}
