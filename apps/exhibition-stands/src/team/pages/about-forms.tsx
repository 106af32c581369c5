import { Injectable } from '@nestjs/common';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { Problem, unprocessable } from '#platform';
import { BackLink, form, FormPage, pickFields, readVersion, Site, submittedValues, type Form } from '#ui';
import { OpenMember } from '../open-member.js';
import { SaveAbout } from '../save-about.js';
import { TeamOf } from '../team-of.js';
import { AboutFields } from './about-form.js';
import { AboutMeanwhile } from './about-meanwhile.js';
import { aboutNames, aboutValues, readAbout, refusedAbout } from './read-about.js';
import type { SaidPlace } from './said-place.js';

interface ShownForm {
  readonly form: Form;
  /** The version that the form was filled in from; the newest unless told. */
  readonly seen?: number;
  /** Whether somebody else changed it since. */
  readonly isMeanwhile?: boolean;
}

/** The page of what somebody says of themselves: when they come and go, how many hours they wish, what they can do. */
@Injectable()
export class AboutForms {
  constructor(
    private readonly site: Site,
    private readonly members: OpenMember,
    private readonly team: TeamOf,
    private readonly saveAbout: SaveAbout,
  ) {}

  async show(request: FastifyRequest, reply: FastifyReply, place: SaidPlace) {
    const { row, exhibition } = await this.members.read(place.who);
    const member = await this.team.one(exhibition, row);
    return this.sendForm(request, reply, place, { form: form(aboutValues(member, exhibition.zone)) });
  }

  async save(request: FastifyRequest, reply: FastifyReply, place: SaidPlace) {
    const sent = submittedValues(request.body);
    const values = pickFields(sent, aboutNames);
    const seen = readVersion(sent) ?? 0;
    const { exhibition } = await this.members.read(place.who);
    try {
      const about = readAbout(values, exhibition.zone);
      if (!about.ok) throw unprocessable(about.problems);
      await this.saveAbout.run(place.who, about.value, seen);
    } catch (error) {
      if (error instanceof Problem && error.code === 'edited-meanwhile') {
        return this.sendForm(request, reply, place, { form: form(values), isMeanwhile: true }, 409);
      }
      // What stands against it altogether is said above what they typed, so that they can copy it into a message.
      if (error instanceof Problem && error.status === 409) {
        const shown = form(values, [{ field: '', message: error.detail }]);
        return this.sendForm(request, reply, place, { form: shown, seen }, 409);
      }
      return this.sendForm(request, reply, place, { form: form(values, refusedAbout(error)), seen }, 422);
    }
    return this.site.redirect(reply, place.path(), { type: 'success', text: 'The details are saved.' });
  }

  private async sendForm(
    request: FastifyRequest,
    reply: FastifyReply,
    place: SaidPlace,
    { form: shown, seen, isMeanwhile = false }: ShownForm,
    status = 200,
  ) {
    const { row, exhibition } = await this.members.read(place.who);
    const heading = place.isOwn ? 'About you' : `About ${row.name}`;
    const page = {
      title: `${heading}: ${exhibition.title}`,
      noIndex: true,
      hasErrors: shown.errors.length > 0,
      before: <BackLink href={place.path()}>{place.back}</BackLink>,
      main: (
        <FormPage
          heading={heading}
          action={place.path('about')}
          form={shown}
          hidden={{ version: String(seen ?? row.version) }}
          saveLabel={isMeanwhile ? 'Save mine in place of that' : 'Save'}
          cancelPath={place.path()}
          notice={
            isMeanwhile && (
              <AboutMeanwhile
                member={await this.team.one(exhibition, row)}
                zone={exhibition.zone}
                reloadPath={place.path('about')}
              />
            )
          }
        >
          <AboutFields form={shown} exhibition={exhibition} isOwn={place.isOwn} />
        </FormPage>
      ),
    };
    return this.site.send(request, reply, page, status);
  }
}
