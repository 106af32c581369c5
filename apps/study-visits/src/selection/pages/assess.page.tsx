import { Body, Controller, Get, Param, Post, Req, Res } from '@nestjs/common';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { actorOf, notFound } from '#platform';
import {
  BackLink,
  form,
  pickFields,
  readVersion,
  refusedFields,
  Site,
  submittedValues,
  textIn,
  type Form,
} from '#ui';
import { isProblem } from '../../visits/pages/visit-forms.js';
import { assessPath } from '../addresses.js';
import { ReadAssessed, type Assessment } from '../read-assessed.js';
import { SaveScore } from '../save-score.js';
import { AssessApplicationView, AssessVisitView, AssessVisitsView } from './assess.view.js';

/** Where assessors score applications: staff or not, once signed in. */
@Controller('visits/assess')
export class AssessPage {
  constructor(
    private readonly site: Site,
    private readonly assessed: ReadAssessed,
    private readonly save: SaveScore,
  ) {}

  @Get()
  async visits(@Req() request: FastifyRequest, @Res() reply: FastifyReply) {
    const visits = await this.assessed.visitsOf(personOf(request));
    return this.site.send(request, reply, {
      title: 'Assess applications',
      noIndex: true,
      main: <AssessVisitsView visits={visits} />,
    });
  }

  @Get(':visitId')
  async applications(
    @Param('visitId') visitId: string,
    @Req() request: FastifyRequest,
    @Res() reply: FastifyReply,
  ) {
    const assessment = await this.assessed.of(personOf(request), visitId);
    return this.site.send(request, reply, {
      title: `Assess applications: ${assessment.visit.title}`,
      noIndex: true,
      before: <BackLink href={assessPath()}>All that you assess</BackLink>,
      main: <AssessVisitView assessment={assessment} />,
    });
  }

  @Get(':visitId/:applicationId')
  async application(
    @Param('visitId') visitId: string,
    @Param('applicationId') applicationId: string,
    @Req() request: FastifyRequest,
    @Res() reply: FastifyReply,
  ) {
    const assessment = await this.assessed.of(personOf(request), visitId);
    const { score } = oneOf(assessment, applicationId);
    const values = Object.fromEntries([
      ...(score?.points ?? []).map((each) => [`points.${each.criterionId}`, String(each.points)]),
      ['note', score?.note ?? ''],
    ]);
    return this.send(request, reply, assessment, applicationId, form(values));
  }

  @Post(':visitId/:applicationId')
  async score(
    @Param('visitId') visitId: string,
    @Param('applicationId') applicationId: string,
    @Body() body: unknown,
    @Req() request: FastifyRequest,
    @Res() reply: FastifyReply,
  ) {
    const before = await this.assessed.of(personOf(request), visitId);
    const names = [...before.criteria.map(({ id }) => `points.${id}`), 'note'];
    const sent = submittedValues(body);
    const values = pickFields(sent, names);
    const points = new Map(
      before.criteria.map(({ id }) => {
        const typed = textIn(values, `points.${id}`);
        return [id, /^\d$/.test(typed) ? Number(typed) : null];
      }),
    );
    const note = textIn(values, 'note');
    const done = (text: string, type: 'success' | 'important' = 'success') =>
      this.site.redirect(reply, assessPath(visitId), { type, text });
    try {
      await this.save.run(actorOf(request), visitId, applicationId, readVersion(sent) ?? 0, { points, note });
      return done('Your score is saved.');
    } catch (error) {
      const assessment = await this.assessed.of(personOf(request), visitId);
      if (isProblem(error, 422)) {
        const shown = form(values, refusedFields(error, names));
        return this.send(request, reply, assessment, applicationId, shown, 422);
      }
      if (!isProblem(error, 409)) throw error;
      const { score } = oneOf(assessment, applicationId);
      // A second press of the button: what it asks for is saved.
      if (
        score !== null &&
        score.note === note.trim() &&
        score.points.every((each) => points.get(each.criterionId) === each.points)
      )
        return done('Your score is saved.');
      if (error.code !== 'edited-meanwhile') return done(error.detail, 'important');
      const message =
        'You have scored this application meanwhile, perhaps in another window. Saving now replaces that with what is below.';
      return this.send(
        request,
        reply,
        assessment,
        applicationId,
        form(values, [{ field: '', message }]),
        409,
      );
    }
  }

  private send(
    request: FastifyRequest,
    reply: FastifyReply,
    assessment: Assessment,
    applicationId: string,
    shown: Form,
    status = 200,
  ) {
    const application = oneOf(assessment, applicationId);
    return this.site.send(
      request,
      reply,
      {
        title: `Assess ${application.code}: ${assessment.visit.title}`,
        hasErrors: shown.errors.length > 0,
        noIndex: true,
        before: <BackLink href={assessPath(assessment.visit.id)}>All applications</BackLink>,
        main: <AssessApplicationView assessment={assessment} application={application} form={shown} />,
      },
      status,
    );
  }
}

const personOf = ({ identity }: FastifyRequest): string => identity.personId ?? '';

function oneOf({ applications }: Assessment, id: string) {
  const found = applications.find((each) => each.id === id);
  if (found === undefined) throw notFound('There is no such application.');
  return found;
}
