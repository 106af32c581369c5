import { Controller, Get, Param, Post, Req, Res } from '@nestjs/common';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { actorOf } from '#platform';
import {
  field,
  form,
  pickFields,
  readVersion,
  refusedFields,
  sendForm,
  Site,
  submittedValues,
  Textarea,
  textIn,
  type Form,
} from '#ui';
import { FindVisit } from '../../visits/find-visit.js';
import { isProblem } from '../../visits/pages/visit-forms.js';
import { papersPath } from '../addresses.js';
import { longestEmergencyText } from '../domain/emergency-text.js';
import { KeepEmergencyText } from './keep-emergency-text.js';

const names = ['ifLost', 'more'];

/** What staff say for everybody’s emergency card. */
@Controller('visits/manage/:id/papers/emergency-card')
export class EmergencyTextPage {
  constructor(
    private readonly site: Site,
    private readonly visits: FindVisit,
    private readonly texts: KeepEmergencyText,
  ) {}

  @Get()
  async show(@Param('id') id: string, @Req() request: FastifyRequest, @Res() reply: FastifyReply) {
    await this.visits.byId(id);
    const { ifLost, more, version } = await this.texts.of(id);
    return this.send(request, reply, id, form({ ifLost, more }), version);
  }

  @Post()
  async save(@Param('id') id: string, @Req() request: FastifyRequest, @Res() reply: FastifyReply) {
    const sent = submittedValues(request.body);
    const values = pickFields(sent, names);
    const version = readVersion(sent) ?? 0;
    const input = { ifLost: textIn(values, 'ifLost'), more: textIn(values, 'more') };
    try {
      await this.texts.save(actorOf(request), { visitId: id, version }, input);
    } catch (error) {
      if (isProblem(error, 409)) {
        const now = await this.texts.of(id);
        const theirs = `Now it says: “${now.ifLost || 'nothing'}”, and besides “${now.more || 'nothing'}”.`;
        const shown = form(values, [{ field: '', message: `${error.detail} ${theirs}` }]);
        return this.send(request, reply, id, shown, now.version, 409);
      }
      return this.send(request, reply, id, form(values, refusedFields(error, names)), version);
    }
    const text = 'It stands on everybody’s emergency card now.';
    return this.site.redirect(reply, papersPath(id), { type: 'success', text });
  }

  private async send(
    request: FastifyRequest,
    reply: FastifyReply,
    id: string,
    shown: Form,
    version: number,
    status?: number,
  ) {
    const visit = await this.visits.byId(id);
    const page = {
      heading: 'What stands on everybody’s emergency card',
      title: `Emergency card: ${visit.title}`,
      action: papersPath(id, 'emergency-card'),
      back: papersPath(id),
      backText: 'Papers',
      form: shown,
      hidden: { version: String(version) },
      saveLabel: 'Save',
      children: (
        <>
          <p class="govuk-body">
            Numbers of leaders and contacts, hotels, and whom one rings in the country are on it already.
          </p>
          <Textarea
            {...field(shown, 'ifLost')}
            label="Where does somebody go who is lost? (optional)"
            hint={`At most ${longestEmergencyText} characters: a place that is easy to find, and when you look there.`}
            rows={3}
          />
          <Textarea
            {...field(shown, 'more')}
            label="What else helps? (optional)"
            hint={`At most ${longestEmergencyText} characters: the consulate’s number, a pharmacy that is open at night.`}
            rows={3}
          />
        </>
      ),
    };
    return sendForm(this.site, request, reply, page, status);
  }
}
