import { Injectable } from '@nestjs/common';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { Problem } from '#platform';
import { form, pickFields, refusedFields, sendForm, Site, submittedValues, textIn, type Form } from '#ui';
import { aboutMark } from '../marks.js';
import { isByOrganisation, OpenApplication } from '../open-application.js';
import { OrganisationChoices } from '../organisation-choices.js';
import { SaveAbout } from '../save-about.js';
import { AboutFields, aboutControls, aboutValues, readAbout } from './about-form.js';
import { AboutSummary } from './about-summary.js';
import type { ApplicationPlace } from './application-place.js';
import { Meanwhile } from './meanwhile.js';

/** The step "about you". */
@Injectable()
export class AboutForms {
  constructor(
    private readonly site: Site,
    private readonly applications: OpenApplication,
    private readonly choices: OrganisationChoices,
    private readonly saveAbout: SaveAbout,
  ) {}

  async show(request: FastifyRequest, reply: FastifyReply, place: ApplicationPlace) {
    const { row } = await this.applications.read(place.who);
    if (row.status !== 'draft') return this.site.redirect(reply, place.path());
    return this.send(request, reply, place, form(aboutValues(row, await this.choices.of(row))));
  }

  async save(request: FastifyRequest, reply: FastifyReply, place: ApplicationPlace) {
    const sent = submittedValues(request.body);
    const values = pickFields(sent, aboutControls);
    const mark = textIn(sent, 'mark');
    try {
      await this.saveAbout.run(place.who, readAbout(values), { mark }, request.id);
    } catch (error) {
      if (error instanceof Problem && error.status === 409) {
        const isMeanwhile = error.code === 'edited-meanwhile';
        const shown = form(values, isMeanwhile ? [] : [{ field: '', message: error.detail }]);
        return this.send(request, reply, place, shown, { status: 409, isMeanwhile });
      }
      const shown = form(values, refusedFields(error, aboutControls));
      return this.send(request, reply, place, shown, { status: 422, mark });
    }
    return this.site.redirect(reply, place.path());
  }

  private async send(
    request: FastifyRequest,
    reply: FastifyReply,
    place: ApplicationPlace,
    shown: Form,
    {
      status = 200,
      isMeanwhile = false,
      mark,
    }: { status?: number; isMeanwhile?: boolean; mark?: string } = {},
  ) {
    const { row, visit, viewer } = await this.applications.read(place.who);
    const isContact = viewer === 'contact';
    const heading = isContact ? `About ${row.name}` : 'About you';
    return sendForm(
      this.site,
      request,
      reply,
      {
        title: `${heading}: ${visit.title}`,
        heading,
        back: place.path(),
        backText: isContact ? 'The application' : 'Your application',
        action: place.path('about'),
        form: shown,
        hidden: { mark: mark ?? aboutMark(row) },
        saveLabel: isMeanwhile ? 'Save mine in place of that' : 'Save and go on',
        cancelLabel: 'Back without saving',
        notice: isMeanwhile && (
          <Meanwhile reloadPath={place.path('about')}>
            <AboutSummary row={row} />
          </Meanwhile>
        ),
        children: (
          <AboutFields
            form={shown}
            row={row}
            organisations={await this.choices.of(row)}
            isOrganisationFixed={isByOrganisation(row)}
            isContact={isContact}
          />
        ),
      },
      status,
    );
  }
}
