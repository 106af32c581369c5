import { Body, Controller, Get, Param, Post, Req, Res } from '@nestjs/common';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { actorOf } from '#platform';
import { BackLink, form, pickFields, Site, submittedValues, type Form } from '#ui';
import { affiliationPath, personPath } from '../addresses.js';
import type { Person } from '../domain/person.js';
import { ReadPerson } from '../read-person.js';
import { SetAffiliation } from '../set-affiliation.js';
import { affiliationIn, affiliationNames } from './affiliation-fields.js';
import { AffiliationView } from './affiliation.view.js';
import { errorsOf } from './errors-of.js';

const fields: readonly string[] = affiliationNames;

/** Says that a person belongs to an organisation, or what they are there. */
@Controller('members/manage/people/:id/organisations')
export class AffiliationPage {
  constructor(
    private readonly site: Site,
    private readonly people: ReadPerson,
    private readonly setAffiliation: SetAffiliation,
  ) {}

  @Get(['new', ':organisation'])
  async show(
    @Param('id') id: string,
    @Param('organisation') organisationId: string | undefined,
    @Req() request: FastifyRequest,
    @Res() reply: FastifyReply,
  ) {
    const person = await this.people.read(id);
    if (organisationId === undefined) return this.sendForm(request, reply, person, null, form());
    const one = person.affiliations.find((affiliation) => affiliation.organisationId === organisationId);
    if (!one) return this.goBack(reply, person);
    const shown = form({
      role: one.role,
      office: one.office ?? '',
      isBookingContact: one.isBookingContact ? 'yes' : '',
    });
    return this.sendForm(request, reply, person, organisationId, shown);
  }

  @Post(['new', ':organisation'])
  async save(
    @Param('id') id: string,
    @Param('organisation') organisationId: string | undefined,
    @Body() body: unknown,
    @Req() request: FastifyRequest,
    @Res() reply: FastifyReply,
  ) {
    const person = await this.people.read(id);
    const isKnown = person.affiliations.some((one) => one.organisationId === organisationId);
    if (organisationId !== undefined && !isKnown) return this.goBack(reply, person);
    const values = pickFields(submittedValues(body), fields);
    const input = affiliationIn(values, organisationId);
    try {
      const after = await this.setAffiliation.run(actorOf(request), person.id, input);
      const { organisations } = await this.people.names(after);
      return this.site.redirect(reply, personPath(person.id), {
        type: 'success',
        text: `What ${person.name} is in ${organisations.get(input.organisationId) ?? 'it'} is saved.`,
      });
    } catch (error) {
      const shown = form(values, errorsOf(error, fields));
      return this.sendForm(request, reply, person, organisationId ?? null, shown, 422);
    }
  }

  private goBack(reply: FastifyReply, person: Person) {
    return this.site.redirect(reply, personPath(person.id), {
      type: 'important',
      text: `${person.name} does not belong to that organisation.`,
    });
  }

  /** @param organisationId `null`: it is chosen in the form */
  private async sendForm(
    request: FastifyRequest,
    reply: FastifyReply,
    person: Person,
    organisationId: string | null,
    shown: Form,
    status = 200,
  ) {
    const { organisations } = await this.people.names(person);
    const title =
      organisationId === null
        ? `Add an organisation for ${person.name}`
        : `What ${person.name} is in ${organisations.get(organisationId) ?? 'the organisation'}`;
    return this.site.send(
      request,
      reply,
      {
        title,
        hasErrors: shown.errors.length > 0,
        noIndex: true,
        before: <BackLink href={personPath(person.id)}>Back to {person.name}</BackLink>,
        main: (
          <AffiliationView
            heading={title}
            shown={shown}
            choices={organisationId === null ? await this.people.organisations() : null}
            action={
              organisationId === null
                ? personPath(person.id, 'organisations/new')
                : affiliationPath(person.id, organisationId)
            }
            backPath={personPath(person.id)}
          />
        ),
      },
      status,
    );
  }
}
