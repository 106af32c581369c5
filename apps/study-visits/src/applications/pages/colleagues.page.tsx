import { randomUUID } from 'node:crypto';
import { Body, Controller, Get, Inject, Param, Post, Req, Res } from '@nestjs/common';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { actorOf, forbidden, Problem, RunOnce, signInNeeded } from '#platform';
import {
  BackLink,
  filledRows,
  form,
  pickFields,
  plural,
  readToken,
  refusedFields,
  rowName,
  rowNames,
  rowsTogether,
  Site,
  submittedValues,
  textIn,
  type Form,
  type Rows,
  type SubmittedValues,
} from '#ui';
import { CLOCK, type Clock } from '../../tokens.js';
import { FindVisit } from '../../visits/find-visit.js';
import { applyPath, organisationPath } from '../addresses.js';
import { BeginForColleagues } from '../begin-for-colleagues.js';
import { applyWindow } from '../domain/apply-window.js';
import { colleagueParts, mostAtOnce } from '../domain/colleagues.js';
import { ColleaguesView } from './colleagues.view.js';

/** Lines for more than can be signed up, so that whoever sends them is told so. */
export const colleagueRows: Rows = { name: 'colleagues', parts: colleagueParts, most: mostAtOnce + 200 };

const controls: readonly string[] = ['organisation', 'colleagues', ...rowNames(colleagueRows)];

const colleaguesIn = (values: SubmittedValues) =>
  Array.from({ length: filledRows(values, colleagueRows) }, (_, index) => ({
    name: textIn(values, rowName(colleagueRows, index, 'name')),
    email: textIn(values, rowName(colleagueRows, index, 'email')),
    jobTitle: textIn(values, rowName(colleagueRows, index, 'jobTitle')),
  }));

/** Where a booking-contact signs colleagues up for a visit: each has an application of their own. */
@Controller('visits/:slug/apply-for-colleagues')
export class ColleaguesPage {
  constructor(
    private readonly site: Site,
    private readonly visits: FindVisit,
    private readonly begin: BeginForColleagues,
    private readonly runOnce: RunOnce,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  @Get()
  show(@Param('slug') slug: string, @Req() request: FastifyRequest, @Res() reply: FastifyReply) {
    return this.send(request, reply, slug, form(), randomUUID());
  }

  @Post()
  async start(
    @Param('slug') slug: string,
    @Body() body: unknown,
    @Req() request: FastifyRequest,
    @Res() reply: FastifyReply,
  ) {
    const sent = submittedValues(body);
    const values = rowsTogether(pickFields(sent, controls), colleagueRows);
    const token = readToken(sent);
    const organisationId = textIn(values, 'organisation');
    const colleagues = colleaguesIn(values);
    const actor = actorOf(request);
    try {
      await this.runOnce.run(actor, token, { ...values, slug }, async (manager) => {
        await this.begin.within(manager, actor, { visit: slug, organisationId, colleagues });
        return 'signed up';
      });
    } catch (error) {
      if (error instanceof Problem && error.status === 409) {
        const shown = form(values, [{ field: '', message: error.detail }]);
        return this.send(request, reply, slug, shown, token, 409);
      }
      return this.send(request, reply, slug, form(values, refusedFields(error, controls)), token, 422);
    }
    return this.site.redirect(reply, organisationPath(organisationId), {
      type: 'success',
      text: `${plural(colleagues.length, 'colleague')} signed up. Each has a mail with a link of their own.`,
    });
  }

  private async send(
    request: FastifyRequest,
    reply: FastifyReply,
    slug: string,
    shown: Form,
    token: string,
    status = 200,
  ) {
    const { personId } = request.identity;
    if (personId === null) throw signInNeeded();
    const visit = await this.visits.announced(slug);
    const organisations = await this.begin.organisationsOf(personId);
    if (organisations.length === 0) {
      throw forbidden(
        'Only a booking-contact of an organisation can sign its people up. Ask us if you should be one; for yourself, apply on the visit’s page.',
      );
    }
    const page = {
      title: `Sign up colleagues: ${visit.title}`,
      noIndex: true,
      hasErrors: shown.errors.length > 0,
      before: <BackLink href={applyPath(visit.slug)}>Apply for a place</BackLink>,
      main: (
        <ColleaguesView
          visit={visit}
          window={applyWindow(visit, this.clock())}
          organisations={organisations}
          form={shown}
          token={token}
        />
      ),
    };
    return this.site.send(request, reply, page, status);
  }
}
