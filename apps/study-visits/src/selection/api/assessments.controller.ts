import { Controller, Get, Param, Put, Req, Res } from '@nestjs/common';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { actorOf, asPrecondition, notKept, readJson } from '#platform';
import { FindVisit } from '../../visits/find-visit.js';
import { ReadAssessed } from '../read-assessed.js';
import { ReadPublicSelection } from '../read-public-selection.js';
import { SaveScore } from '../save-score.js';
import { assessmentJson, publicSelectionJson } from './selection-json.js';
import { scoreInput } from './selection.schema.js';

/** What assessors score, and what everybody reads of a selection, for programs. */
@Controller('api/v1/study-visits')
export class AssessmentsController {
  constructor(
    private readonly visits: FindVisit,
    private readonly selections: ReadPublicSelection,
    private readonly assessed: ReadAssessed,
    private readonly save: SaveScore,
  ) {}

  @Get('visits/:id/selection')
  async selection(@Param('id') key: string, @Res() reply: FastifyReply) {
    const visit = await this.visits.announced(key);
    return reply.headers(notKept).send(publicSelectionJson(await this.selections.of(visit)));
  }

  @Get('assessments')
  async list(@Req() request: FastifyRequest, @Res() reply: FastifyReply) {
    const visits = await this.assessed.visitsOf(personOf(request));
    const items = visits.map(({ visit, scored, all }) => ({
      visitId: visit.id,
      title: visit.title,
      scored,
      all,
    }));
    return reply.headers(notKept).send({ items });
  }

  @Get('assessments/:visitId')
  async show(@Param('visitId') id: string, @Req() request: FastifyRequest, @Res() reply: FastifyReply) {
    const assessment = await this.assessed.of(personOf(request), id);
    return reply.headers(notKept).send(assessmentJson(assessment));
  }

  /** A score is theirs alone, so that it is replaced whichever it was. */
  @Put('assessments/:visitId/applications/:applicationId')
  async score(
    @Param('visitId') id: string,
    @Param('applicationId') applicationId: string,
    @Req() request: FastifyRequest,
    @Res() reply: FastifyReply,
  ) {
    const { points, note } = readJson(request, scoreInput);
    const given = new Map(points.map((each) => [each.criterionId, each.points]));
    await asPrecondition(this.save.run(actorOf(request), id, applicationId, null, { points: given, note }));
    return reply.headers(notKept).send(assessmentJson(await this.assessed.of(personOf(request), id)));
  }
}

const personOf = ({ identity }: FastifyRequest): string => identity.personId ?? '';
