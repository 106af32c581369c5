import { randomUUID } from 'node:crypto';
import { Controller, Get, Param, Post, Req, Res } from '@nestjs/common';
import type { FastifyReply, FastifyRequest } from 'fastify';
import type { EntityManager } from 'typeorm';
import { actorOf, RunOnce } from '#platform';
import {
  BackLink,
  dateNames,
  form,
  pickFields,
  readDay,
  readToken,
  refusedFields,
  Site,
  submittedValues,
  textIn,
  type Form,
  type SubmittedValues,
} from '#ui';
import { FindVisit } from '../../visits/find-visit.js';
import { isProblem } from '../../visits/pages/visit-forms.js';
import { incidentsPath } from '../addresses.js';
import type { IncidentRow } from '../incident.entities.js';
import { ReadIncidents } from '../read-incidents.js';
import { RecordIncident } from '../record-incident.js';
import { IncidentView } from './incident.view.js';

const actionNames = ['words', ...dateNames('dueOn')];

/** One incident, for those who are named: reading it is noted. */
@Controller('visits/manage/:id/incidents/:incidentId')
export class IncidentPage {
  constructor(
    private readonly site: Site,
    private readonly visits: FindVisit,
    private readonly incidents: ReadIncidents,
    private readonly record: RecordIncident,
    private readonly runOnce: RunOnce,
  ) {}

  @Get()
  show(
    @Param('id') visitId: string,
    @Param('incidentId') id: string,
    @Req() request: FastifyRequest,
    @Res() reply: FastifyReply,
  ) {
    return this.send({ request, reply, visitId, id }, form());
  }

  @Post('notes')
  note(
    @Param('id') visitId: string,
    @Param('incidentId') id: string,
    @Req() request: FastifyRequest,
    @Res() reply: FastifyReply,
  ) {
    return this.add({ request, reply, visitId, id }, ['note'], 'The note is added.', (manager, values) =>
      this.record.note(manager, actorOf(request), { visitId, id }, textIn(values, 'note')),
    );
  }

  @Post('actions')
  act(
    @Param('id') visitId: string,
    @Param('incidentId') id: string,
    @Req() request: FastifyRequest,
    @Res() reply: FastifyReply,
  ) {
    return this.add({ request, reply, visitId, id }, actionNames, 'It is to be done.', (manager, values) => {
      const dueOn = readDay(values, 'dueOn', 'the day by which it is to be done');
      const input = { words: textIn(values, 'words'), dueOn };
      return this.record.act(manager, actorOf(request), { visitId, id }, input);
    });
  }

  @Post('actions/:entryId/done')
  done(
    @Param('id') visitId: string,
    @Param('incidentId') id: string,
    @Param('entryId') entryId: string,
    @Req() request: FastifyRequest,
    @Res() reply: FastifyReply,
  ) {
    return this.step({ request, reply, visitId, id }, 'It is done.', () =>
      this.record.done(actorOf(request), { visitId, id }, entryId),
    );
  }

  @Post('close')
  close(
    @Param('id') visitId: string,
    @Param('incidentId') id: string,
    @Req() request: FastifyRequest,
    @Res() reply: FastifyReply,
  ) {
    return this.step({ request, reply, visitId, id }, 'The incident is closed.', () =>
      this.record.close(actorOf(request), { visitId, id }, true),
    );
  }

  @Post('open')
  open(
    @Param('id') visitId: string,
    @Param('incidentId') id: string,
    @Req() request: FastifyRequest,
    @Res() reply: FastifyReply,
  ) {
    return this.step({ request, reply, visitId, id }, 'The incident is open again.', () =>
      this.record.close(actorOf(request), { visitId, id }, false),
    );
  }

  /** Adds something once, however often the button is pressed, and leads back. */
  private async add(
    { request, reply, visitId, id }: Asked,
    names: readonly string[],
    text: string,
    work: (manager: EntityManager, values: SubmittedValues) => Promise<IncidentRow>,
  ) {
    const sent = submittedValues(request.body);
    const values = pickFields(sent, names);
    try {
      await this.runOnce.run(actorOf(request), readToken(sent), { ...values, id, names }, async (manager) => {
        const incident = await work(manager, values);
        return incident.id;
      });
      return await this.site.redirect(reply, incidentsPath(visitId, id), { type: 'success', text });
    } catch (error) {
      if (isProblem(error, 409)) return this.undone(reply, visitId, id, error.detail);
      return this.send({ request, reply, visitId, id }, form(values, refusedFields(error, names)));
    }
  }

  /** Does what a second press does not change, and leads back. */
  private async step({ reply, visitId, id }: Asked, text: string, work: () => Promise<IncidentRow>) {
    try {
      await work();
      return await this.site.redirect(reply, incidentsPath(visitId, id), { type: 'success', text });
    } catch (error) {
      if (isProblem(error, 409)) return this.undone(reply, visitId, id, error.detail);
      throw error;
    }
  }

  private undone(reply: FastifyReply, visitId: string, id: string, text: string) {
    return this.site.redirect(reply, incidentsPath(visitId, id), { type: 'important', text });
  }

  private async send({ request, reply, visitId, id }: Asked, shown: Form) {
    const visit = await this.visits.byId(visitId);
    const opened = await this.incidents.one(actorOf(request), { visitId: visit.id, id });
    const hasErrors = shown.errors.length > 0;
    const page = {
      title: `Incident ${opened.incident.number}: ${visit.title}`,
      hasErrors,
      noIndex: true,
      before: <BackLink href={incidentsPath(visit.id)}>Incidents</BackLink>,
      main: <IncidentView visit={visit} opened={opened} form={shown} token={randomUUID()} />,
    };
    return this.site.send(request, reply, page, hasErrors ? 422 : 200);
  }
}

/** One request of a browser about an incident. */
interface Asked {
  readonly request: FastifyRequest;
  readonly reply: FastifyReply;
  readonly visitId: string;
  readonly id: string;
}
