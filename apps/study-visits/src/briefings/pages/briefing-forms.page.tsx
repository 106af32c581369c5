import { Controller, Get, Param, Post, Req, Res } from '@nestjs/common';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { Temporal } from 'temporal-polyfill';
import { readTime } from '#checks';
import { actorOf } from '#platform';
import {
  dateInWords,
  field,
  form,
  InsetText,
  Input,
  pickFields,
  Radios,
  readVersion,
  refusedFields,
  sendForm,
  Site,
  submittedValues,
  Textarea,
  textIn,
  timeInWords,
  zoneInWords,
  type Form,
} from '#ui';
import { FindVisit } from '../../visits/find-visit.js';
import type { Visit } from '../../visits/domain/visit.js';
import { isProblem } from '../../visits/pages/visit-forms.js';
import { briefingsPath } from '../addresses.js';
import { KeepBriefings } from '../keep-briefings.js';
import { dayIn } from './day-in-address.js';

const settingNames = ['isSending', 'sendAt'];
const wordNames = ['words', 'bring'];

/** Where staff say when a visit's briefings are sent, and what else they are to say. */
@Controller('visits/manage/:id/briefings')
export class BriefingFormsPage {
  constructor(
    private readonly site: Site,
    private readonly visits: FindVisit,
    private readonly briefings: KeepBriefings,
  ) {}

  @Get('settings')
  async showSettings(@Param('id') id: string, @Req() request: FastifyRequest, @Res() reply: FastifyReply) {
    const visit = await this.visits.byId(id);
    const { isSending, sendAt, version } = await this.briefings.settings(visit.id);
    const values = {
      isSending: isSending ? 'yes' : 'no',
      sendAt: timeInWords(Temporal.PlainTime.from(sendAt)),
    };
    return this.askSettings(request, reply, visit, { shown: form(values), version });
  }

  @Post('settings')
  async saveSettings(@Param('id') id: string, @Req() request: FastifyRequest, @Res() reply: FastifyReply) {
    const visit = await this.visits.byId(id);
    const sent = submittedValues(request.body);
    const values = pickFields(sent, settingNames);
    const version = readVersion(sent) ?? 0;
    const input = {
      isSending: textIn(values, 'isSending') === 'yes',
      sendAt: readTime(textIn(values, 'sendAt'), 'sendAt'),
    };
    try {
      await this.briefings.saveSettings(actorOf(request), { visitId: visit.id, version }, input);
    } catch (error) {
      if (isProblem(error, 409)) {
        const now = await this.briefings.settings(visit.id);
        const shown = form(values, [{ field: '', message: error.detail }]);
        const meanwhile = `${now.isSending ? 'Yes' : 'No'}, ${timeInWords(Temporal.PlainTime.from(now.sendAt))}`;
        return this.askSettings(request, reply, visit, { shown, version: now.version, meanwhile });
      }
      const shown = form(values, refusedFields(error, settingNames));
      return this.askSettings(request, reply, visit, { shown, version });
    }
    return this.site.redirect(reply, briefingsPath(visit.id), {
      type: 'success',
      text: 'When briefings are sent is saved.',
    });
  }

  @Get(':day/words')
  async showWords(
    @Param('id') id: string,
    @Param('day') given: string,
    @Req() request: FastifyRequest,
    @Res() reply: FastifyReply,
  ) {
    const visit = await this.visits.byId(id);
    const day = dayIn(given);
    const { words, bring, version } = await this.briefings.words(visit.id, day);
    return this.askWords(request, reply, visit, day, { shown: form({ words, bring }), version });
  }

  @Post(':day/words')
  async saveWords(
    @Param('id') id: string,
    @Param('day') given: string,
    @Req() request: FastifyRequest,
    @Res() reply: FastifyReply,
  ) {
    const visit = await this.visits.byId(id);
    const day = dayIn(given);
    const sent = submittedValues(request.body);
    const values = pickFields(sent, wordNames);
    const version = readVersion(sent) ?? 0;
    const input = { words: textIn(values, 'words'), bring: textIn(values, 'bring') };
    try {
      await this.briefings.saveWords(actorOf(request), { visitId: visit.id, day, version }, input);
    } catch (error) {
      if (isProblem(error, 409)) {
        const now = await this.briefings.words(visit.id, day);
        const shown = form(values, [{ field: '', message: error.detail }]);
        const meanwhile = [now.words, now.bring === '' ? '' : `Bring: ${now.bring}`]
          .filter(Boolean)
          .join(' ');
        return this.askWords(request, reply, visit, day, { shown, version: now.version, meanwhile });
      }
      const shown = form(values, refusedFields(error, wordNames));
      return this.askWords(request, reply, visit, day, { shown, version });
    }
    return this.site.redirect(reply, briefingsPath(visit.id, day), {
      type: 'success',
      text: 'It is saved, and stands in everybody’s briefing.',
    });
  }

  private askSettings(request: FastifyRequest, reply: FastifyReply, visit: Visit, asked: Asked) {
    const { shown, version, meanwhile } = asked;
    const page = {
      heading: 'When briefings are sent',
      title: `When briefings are sent: ${visit.title}`,
      action: briefingsPath(visit.id, 'settings'),
      back: briefingsPath(visit.id),
      backText: 'Briefings',
      form: shown,
      hidden: { version: String(version) },
      saveLabel: 'Save',
      notice: meanwhile !== undefined && <InsetText>What is there now: {meanwhile}</InsetText>,
      children: (
        <>
          <Radios
            {...field(shown, 'isSending')}
            fieldset={{ legend: { text: 'Are travellers mailed their day the evening before?' } }}
            items={[
              { value: 'yes', text: 'Yes' },
              { value: 'no', text: 'No' },
            ]}
          />
          <Input
            {...field(shown, 'sendAt')}
            label="At what time?"
            hint={`From 12 noon on, ${zoneInWords(visit.zone)}: 6pm, 18:30.`}
            classes="govuk-input--width-10"
            autocomplete="off"
          />
        </>
      ),
    };
    return sendForm(this.site, request, reply, page, meanwhile === undefined ? undefined : 409);
  }

  private askWords(request: FastifyRequest, reply: FastifyReply, visit: Visit, day: string, asked: Asked) {
    const { shown, version, meanwhile } = asked;
    const date = dateInWords(Temporal.PlainDate.from(day));
    const page = {
      heading: `A word for ${date}`,
      title: `A word for ${date}: ${visit.title}`,
      action: briefingsPath(visit.id, `${day}/words`),
      back: briefingsPath(visit.id, day),
      backText: date,
      form: shown,
      hidden: { version: String(version) },
      saveLabel: 'Save it',
      notice: meanwhile !== undefined && <InsetText>What is there now: {meanwhile}</InsetText>,
      children: (
        <>
          <Textarea
            {...field(shown, 'words')}
            label="A word for the day"
            hint="It stands at the top of everybody’s briefing."
            rows={4}
          />
          <Textarea
            {...field(shown, 'bring')}
            label="What to bring"
            hint="Good shoes, your passport, a gift for the host."
            rows={3}
          />
        </>
      ),
    };
    return sendForm(this.site, request, reply, page, meanwhile === undefined ? undefined : 409);
  }
}

/** A form as it is shown. */
interface Asked {
  readonly shown: Form;
  readonly version: number;
  /** What somebody else saved after it was opened. */
  readonly meanwhile?: string;
}
