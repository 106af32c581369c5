import { Body, Controller, Get, Inject, Param, Post, Req, Res } from '@nestjs/common';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { actorOf, Problem } from '#platform';
import {
  BackLink,
  form,
  pickFields,
  readVersion,
  Site,
  submittedValues,
  type Form,
  type SubmittedValues,
} from '#ui';
import { homeDay } from '../../../domain/home-day.js';
import { CLOCK, type Clock } from '../../../tokens.js';
import { organisationPath } from '../../addresses.js';
import { revise } from '../../domain/changes.js';
import { validateDetails } from '../../domain/details.js';
import type { Organisation } from '../../domain/organisation.js';
import { EditOrganisation } from '../../edit-organisation.js';
import type { OrganisationRevisionRow } from '../../organisation-revision.entity.js';
import { fillDetails } from '../form/fill-form.js';
import { detailNames } from '../form/fields.js';
import { OrganisationFields } from '../form/organisation-fields.js';
import { errorsOf, readDetails } from '../form/read-form.js';
import { ReadOrganisation } from '../read-organisation.js';
import { FormPage } from './form-page.view.js';
import { Meanwhile } from './history.js';

/** Changes what an organisation's record says. */
@Controller('members/manage/organisations/:id/edit')
export class EditOrganisationPage {
  constructor(
    private readonly site: Site,
    private readonly organisations: ReadOrganisation,
    private readonly editOrganisation: EditOrganisation,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  @Get()
  async show(@Param('id') id: string, @Req() request: FastifyRequest, @Res() reply: FastifyReply) {
    const organisation = await this.organisations.read(id);
    return this.sendForm(request, reply, { organisation, shown: form(fillDetails(organisation)) });
  }

  @Post()
  async save(
    @Param('id') id: string,
    @Body() body: unknown,
    @Req() request: FastifyRequest,
    @Res() reply: FastifyReply,
  ) {
    const sent = submittedValues(body);
    const values = pickFields(sent, detailNames);
    const version = readVersion(sent) ?? 0;
    try {
      const saved = await this.editOrganisation.run(actorOf(request), id, version, readDetails(values));
      return this.saved(reply, saved);
    } catch (error) {
      if (error instanceof Problem && error.status === 409) {
        return this.sendConflict(request, reply, { id, version, values });
      }
      const shown = form(values, errorsOf(error, detailNames));
      const organisation = await this.organisations.read(id);
      return this.sendForm(request, reply, { organisation, shown, version }, 422);
    }
  }

  /** For a form that was filled in while the record was changed, or saved by a first press of the same button. */
  private async sendConflict(
    request: FastifyRequest,
    reply: FastifyReply,
    { id, version, values }: { id: string; version: number; values: SubmittedValues },
  ) {
    const organisation = await this.organisations.read(id);
    const now = this.clock();
    const checked = validateDetails(readDetails(values), {
      status: organisation.status,
      today: homeDay(now),
    });
    if (checked.ok && revise(organisation, checked.value, now) === organisation) {
      return this.saved(reply, organisation);
    }
    const since = await this.organisations.since(id, version);
    return this.sendForm(request, reply, { organisation, shown: form(values), since }, 409);
  }

  private saved(reply: FastifyReply, { id, name }: Organisation) {
    return this.site.redirect(reply, organisationPath(id), {
      type: 'success',
      text: `The record of “${name}” is saved.`,
    });
  }

  private sendForm(
    request: FastifyRequest,
    reply: FastifyReply,
    page: {
      organisation: Organisation;
      shown: Form;
      /** The version that the person saw, where it is not the organisation's own. */
      version?: number;
      since?: readonly OrganisationRevisionRow[];
    },
    status = 200,
  ) {
    const { organisation, shown, version, since = [] } = page;
    const { id, name } = organisation;
    const action = organisationPath(id, 'edit');
    return this.site.send(
      request,
      reply,
      {
        title: `Edit: ${name}`,
        hasErrors: shown.errors.length > 0,
        noIndex: true,
        before: <BackLink href={organisationPath(id)}>{name}</BackLink>,
        main: (
          <FormPage
            heading={`Edit the record of ${name}`}
            action={action}
            form={shown}
            hidden={{ version: String(version ?? organisation.version) }}
            saveLabel={since.length > 0 ? 'Save mine in place of theirs' : 'Save the changes'}
            cancelPath={organisationPath(id)}
            notice={<Meanwhile since={since} reloadPath={action} />}
          >
            <OrganisationFields form={shown} status={organisation.status} />
          </FormPage>
        ),
      },
      status,
    );
  }
}
