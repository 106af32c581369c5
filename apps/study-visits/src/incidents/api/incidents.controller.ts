import { Controller, Get, Param, Post, Req, Res } from '@nestjs/common';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { accepted } from '#checks';
import { actorOf, instantOf, notKept, readJson, Transactions } from '#platform';
import { apiPath } from '../../openapi/api-part.js';
import { VisitAnswers } from '../../visits/api/visit-answers.js';
import { FindVisit } from '../../visits/find-visit.js';
import type { IncidentRow } from '../incident.entities.js';
import { ReadIncidents } from '../read-incidents.js';
import { RecordIncident } from '../record-incident.js';
import {
  actionInput,
  incidentInput,
  noteInput,
  type IncidentOutput,
  type ListedIncidentOutput,
} from './incident.schema.js';

/** What happened on a visit, for programs. An answer to what is written says nothing of it, as answers are kept for repeats. */
@Controller('api/v1/study-visits/visits/:id/incidents')
export class IncidentsController {
  constructor(
    private readonly answers: VisitAnswers,
    private readonly visits: FindVisit,
    private readonly incidents: ReadIncidents,
    private readonly record: RecordIncident,
    private readonly transactions: Transactions,
  ) {}

  @Get()
  async list(@Param('id') id: string, @Req() request: FastifyRequest, @Res() reply: FastifyReply) {
    const visit = await this.visits.byId(id);
    const items = (await this.incidents.of(visit.id, actorOf(request))).map(listed);
    return reply.headers(notKept).send({ items });
  }

  @Post()
  add(@Param('id') visitId: string, @Req() request: FastifyRequest, @Res() reply: FastifyReply) {
    const { day, ...said } = readJson(request, incidentInput);
    const input = { ...said, day: accepted(day) };
    return this.answers.postThing<ListedIncidentOutput>(request, reply, {
      status: 201,
      location: ({ id }) => `${apiPath}/visits/${visitId}/incidents/${id}`,
      work: () =>
        this.transactions.run(async (manager) =>
          listed(await this.record.record(manager, actorOf(request), visitId, input)),
        ),
    });
  }

  @Get(':incidentId')
  async show(
    @Param('id') visitId: string,
    @Param('incidentId') id: string,
    @Req() request: FastifyRequest,
    @Res() reply: FastifyReply,
  ) {
    const visit = await this.visits.byId(visitId);
    const opened = await this.incidents.one(actorOf(request), { visitId: visit.id, id });
    const output: IncidentOutput = {
      ...listed(opened.incident),
      account: { ...opened.account },
      recordedBy: opened.recordedBy,
      entries: opened.entries.map((entry) => ({
        id: entry.id,
        kind: entry.kind,
        said: entry.said,
        at: instantOf(entry.at).toString(),
        by: entry.personName,
        dueOn: entry.dueOn,
        doneAt: entry.doneAt === null ? null : instantOf(entry.doneAt).toString(),
      })),
    };
    return this.answers.thing(reply, output);
  }

  @Post(':incidentId/notes')
  note(
    @Param('id') visitId: string,
    @Param('incidentId') id: string,
    @Req() request: FastifyRequest,
    @Res() reply: FastifyReply,
  ) {
    const { note } = readJson(request, noteInput);
    return this.post(request, reply, () =>
      this.transactions.run((manager) => this.record.note(manager, actorOf(request), { visitId, id }, note)),
    );
  }

  @Post(':incidentId/actions')
  act(
    @Param('id') visitId: string,
    @Param('incidentId') id: string,
    @Req() request: FastifyRequest,
    @Res() reply: FastifyReply,
  ) {
    const { words, dueOn } = readJson(request, actionInput);
    const input = { words, dueOn: accepted(dueOn) };
    return this.post(request, reply, () =>
      this.transactions.run((manager) => this.record.act(manager, actorOf(request), { visitId, id }, input)),
    );
  }

  @Post(':incidentId/actions/:entryId/done')
  done(
    @Param('id') visitId: string,
    @Param('incidentId') id: string,
    @Param('entryId') entryId: string,
    @Req() request: FastifyRequest,
    @Res() reply: FastifyReply,
  ) {
    return this.post(request, reply, () => this.record.done(actorOf(request), { visitId, id }, entryId));
  }

  @Post(':incidentId/close')
  close(
    @Param('id') visitId: string,
    @Param('incidentId') id: string,
    @Req() request: FastifyRequest,
    @Res() reply: FastifyReply,
  ) {
    return this.post(request, reply, () => this.record.close(actorOf(request), { visitId, id }, true));
  }

  @Post(':incidentId/open')
  open(
    @Param('id') visitId: string,
    @Param('incidentId') id: string,
    @Req() request: FastifyRequest,
    @Res() reply: FastifyReply,
  ) {
    return this.post(request, reply, () => this.record.close(actorOf(request), { visitId, id }, false));
  }

  private post(request: FastifyRequest, reply: FastifyReply, work: () => Promise<IncidentRow>) {
    return this.answers.postThing<ListedIncidentOutput>(request, reply, {
      status: 200,
      work: async () => listed(await work()),
    });
  }
}

const listed = ({ id, number, recordedAt, closedAt, version }: IncidentRow): ListedIncidentOutput => ({
  id,
  number,
  recordedAt: instantOf(recordedAt).toString(),
  closedAt: closedAt === null ? null : instantOf(closedAt).toString(),
  version,
});
