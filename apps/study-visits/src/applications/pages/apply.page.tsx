import { Body, Controller, Get, Inject, Param, Post, Req, Res } from '@nestjs/common';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { FindPerson } from '#people';
import { actorOf, askedFrom, Problem } from '#platform';
import { BackLink, form, pickFields, refusedFields, Site, submittedValues, textIn, type Form } from '#ui';
import { CLOCK, type Clock } from '../../tokens.js';
import { visitPath } from '../../visits/addresses.js';
import { FindVisit } from '../../visits/find-visit.js';
import { applyPath, ownApplicationPath } from '../addresses.js';
import { BeginApplication } from '../begin-application.js';
import { BeginForColleagues } from '../begin-for-colleagues.js';
import { applyWindow } from '../domain/apply-window.js';
import { ApplyView, AskedView } from './apply.view.js';

const controls = ['name', 'email'] as const;

/** Where one begins to apply for a visit. */
@Controller('visits/:slug/apply')
export class ApplyPage {
  constructor(
    private readonly site: Site,
    private readonly visits: FindVisit,
    private readonly people: FindPerson,
    private readonly begin: BeginApplication,
    private readonly colleagues: BeginForColleagues,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  @Get()
  show(@Param('slug') slug: string, @Req() request: FastifyRequest, @Res() reply: FastifyReply) {
    return this.send(request, reply, slug, form());
  }

  @Get('asked')
  async asked(@Param('slug') slug: string, @Req() request: FastifyRequest, @Res() reply: FastifyReply) {
    const visit = await this.visits.announced(slug);
    return this.site.send(request, reply, {
      title: 'Look into your mailbox',
      noIndex: true,
      main: <AskedView visit={visit} />,
    });
  }

  @Post()
  async start(
    @Param('slug') slug: string,
    @Body() body: unknown,
    @Req() request: FastifyRequest,
    @Res() reply: FastifyReply,
  ) {
    const sent = submittedValues(body);
    const values = pickFields(sent, controls);
    try {
      if (request.identity.personId !== null) {
        const id = await this.begin.forPerson(actorOf(request), slug);
        return this.site.redirect(reply, ownApplicationPath(id));
      }
      const email = textIn(values, 'email');
      await (textIn(sent, 'way') === 'again'
        ? this.begin.askLinkAgain(slug, email, request.id)
        : this.begin.byMail(
            slug,
            { name: textIn(values, 'name'), email },
            { network: askedFrom(request), correlationId: request.id },
          ));
      return this.site.redirect(reply, `${applyPath(slug)}/asked`);
    } catch (error) {
      if (error instanceof Problem && error.status === 409) {
        return this.send(request, reply, slug, form(values, [{ field: '', message: error.detail }]), 409);
      }
      return this.send(request, reply, slug, form(values, refusedFields(error, controls)), 422);
    }
  }

  private async send(request: FastifyRequest, reply: FastifyReply, slug: string, shown: Form, status = 200) {
    const visit = await this.visits.announced(slug);
    const { personId, name } = request.identity;
    const known = personId === null ? null : await this.people.withOrganisations(personId);
    const page = {
      title: `Apply: ${visit.title}`,
      noIndex: true,
      hasErrors: shown.errors.length > 0,
      before: <BackLink href={visitPath(visit.slug)}>{visit.title}</BackLink>,
      main: (
        <ApplyView
          visit={visit}
          window={applyWindow(visit, this.clock())}
          form={shown}
          person={
            known && {
              name: known.person?.name ?? name,
              email: known.person?.email ?? null,
              organisations: known.belongings.map(({ organisation }) => organisation.name),
            }
          }
          booksFor={
            personId === null
              ? []
              : (await this.colleagues.organisationsOf(personId)).map((organisation) => organisation.name)
          }
        />
      ),
    };
    return this.site.send(request, reply, page, status);
  }
}
