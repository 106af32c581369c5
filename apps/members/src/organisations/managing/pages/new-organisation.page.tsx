import { randomUUID } from 'node:crypto';
import { Body, Controller, Get, Post, Req, Res } from '@nestjs/common';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { actorOf, RunOnce } from '#platform';
import { BackLink, form, pickFields, readToken, Site, submittedValues, textIn, type Form } from '#ui';
import { organisationPath, organisationsPath } from '../../addresses.js';
import { CreateOrganisation } from '../../create-organisation.js';
import { similarNames } from '../../domain/name-key.js';
import { FindOrganisations } from '../find-organisations.js';
import { newNames } from '../form/fields.js';
import { OrganisationFields } from '../form/organisation-fields.js';
import { errorsOf, readNew } from '../form/read-form.js';
import { FormPage } from './form-page.view.js';
import { Similar, type Named } from './similar.js';

const path = `${organisationsPath}/new`;

interface NewPage {
  readonly shown: Form;
  /** By which a second press of the button is known. */
  readonly token: string;
  /** Those on record whose names are much like the new one's. */
  readonly similar?: readonly Named[];
  /** Whether the button says that it is none of those. */
  readonly isAnother?: boolean;
}

/** Puts a new organisation on record. */
@Controller('members/manage/organisations/new')
export class NewOrganisationPage {
  constructor(
    private readonly site: Site,
    private readonly createOrganisation: CreateOrganisation,
    private readonly organisations: FindOrganisations,
    private readonly runOnce: RunOnce,
  ) {}

  @Get()
  show(@Req() request: FastifyRequest, @Res() reply: FastifyReply) {
    return this.sendForm(request, reply, { shown: form({ status: 'member' }), token: randomUUID() });
  }

  @Post()
  async save(@Body() body: unknown, @Req() request: FastifyRequest, @Res() reply: FastifyReply) {
    const sent = submittedValues(body);
    const values = pickFields(sent, newNames);
    const token = readToken(sent);
    const actor = actorOf(request);
    const isAnother = textIn(sent, 'action') === 'confirm';
    const similar = isAnother ? [] : await this.similar(textIn(values, 'name'));
    if (similar.length > 0) {
      return this.sendForm(request, reply, { shown: form(values), token, similar, isAnother: true });
    }
    try {
      const id = await this.runOnce.run(actor, token, values, async (manager) => {
        const organisation = await this.createOrganisation.add(manager, actor, readNew(values));
        return organisation.id;
      });
      return this.site.redirect(reply, organisationPath(id), {
        type: 'success',
        text: `“${textIn(values, 'name').trim()}” is on record.`,
      });
    } catch (error) {
      const shown = form(values, errorsOf(error, newNames));
      return this.sendForm(request, reply, { shown, token, isAnother });
    }
  }

  /** Those on record whose names are much like this one, though not the same. */
  private async similar(name: string): Promise<readonly Named[]> {
    return name.trim() === '' ? [] : similarNames(name, await this.organisations.names());
  }

  private sendForm(request: FastifyRequest, reply: FastifyReply, page: NewPage) {
    const { shown, token, similar = [], isAnother = false } = page;
    const hasErrors = shown.errors.length > 0;
    return this.site.send(
      request,
      reply,
      {
        title: 'Put an organisation on record',
        hasErrors,
        noIndex: true,
        before: <BackLink href={organisationsPath}>Organisations</BackLink>,
        main: (
          <FormPage
            heading="Put an organisation on record"
            action={path}
            form={shown}
            hidden={{ once: token }}
            saveLabel={similar.length > 0 ? 'It is another one: save it' : 'Save the record'}
            saveAction={isAnother ? 'confirm' : 'save'}
            cancelPath={organisationsPath}
            notice={<Similar organisations={similar} />}
          >
            <OrganisationFields form={shown} status={null} />
          </FormPage>
        ),
      },
      hasErrors || similar.length > 0 ? 422 : 200,
    );
  }
}
