import { Body, Controller, Get, Param, Post, Req, Res } from '@nestjs/common';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { actorOf, Problem } from '#platform';
import { BackLink, form, pickFields, readVersion, Site, submittedValues, textIn, type Form } from '#ui';
import { organisationPath } from '../../addresses.js';
import { ChangeCategory } from '../../change-category.js';
import type { Organisation } from '../../domain/organisation.js';
import { categoryWords } from '../../domain/words.js';
import type { OrganisationRevisionRow } from '../../organisation-revision.entity.js';
import { stepNames } from '../form/fields.js';
import { errorsOf, readDate } from '../form/read-form.js';
import { ReadOrganisation } from '../read-organisation.js';
import { ChangeCategoryView } from './change-category.view.js';

/** Moves an organisation to another category. */
@Controller('members/manage/organisations/:id/category')
export class ChangeCategoryPage {
  constructor(
    private readonly site: Site,
    private readonly organisations: ReadOrganisation,
    private readonly changeCategory: ChangeCategory,
  ) {}

  @Get()
  async show(@Param('id') id: string, @Req() request: FastifyRequest, @Res() reply: FastifyReply) {
    const organisation = await this.organisations.read(id);
    return this.sendForm(request, reply, { organisation, shown: form() });
  }

  @Post()
  async save(
    @Param('id') id: string,
    @Body() body: unknown,
    @Req() request: FastifyRequest,
    @Res() reply: FastifyReply,
  ) {
    const sent = submittedValues(body);
    const values = pickFields(sent, stepNames);
    const version = readVersion(sent) ?? 0;
    try {
      const changed = await this.changeCategory.run(actorOf(request), id, {
        to: textIn(values, 'category'),
        version,
        on: readDate(values, 'on', 'the day it changes'),
        reason: textIn(values, 'reason'),
      });
      return this.done(reply, changed);
    } catch (error) {
      const organisation = await this.organisations.read(id);
      if (error instanceof Problem && error.status === 409) {
        // A second press of the same button, or somebody else was quicker to do the same.
        if (organisation.category === textIn(values, 'category')) return this.done(reply, organisation);
        const since = await this.organisations.since(id, version);
        return this.sendForm(request, reply, { organisation, shown: form(values), since }, 409);
      }
      const shown = form(values, errorsOf(error, stepNames));
      return this.sendForm(request, reply, { organisation, shown }, 422);
    }
  }

  private done(reply: FastifyReply, { id, name, category }: Organisation) {
    return this.site.redirect(reply, organisationPath(id), {
      type: 'success',
      text: `“${name}” is in the category “${categoryWords[category]}” now.`,
    });
  }

  private sendForm(
    request: FastifyRequest,
    reply: FastifyReply,
    page: { organisation: Organisation; shown: Form; since?: readonly OrganisationRevisionRow[] },
    status = 200,
  ) {
    const { organisation, shown, since = [] } = page;
    return this.site.send(
      request,
      reply,
      {
        title: `Change the category: ${organisation.name}`,
        hasErrors: shown.errors.length > 0,
        noIndex: true,
        before: <BackLink href={organisationPath(organisation.id)}>{organisation.name}</BackLink>,
        main: <ChangeCategoryView organisation={organisation} shown={shown} since={since} />,
      },
      status,
    );
  }
}
