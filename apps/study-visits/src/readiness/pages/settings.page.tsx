import { Controller, Get, Param, Post, Req, Res } from '@nestjs/common';
import { InjectDataSource } from '@nestjs/typeorm';
import type { FastifyReply, FastifyRequest } from 'fastify';
import type { DataSource } from 'typeorm';
import { actorOf, Problem } from '#platform';
import {
  allValues,
  Checkboxes,
  field,
  form,
  Input,
  pickFields,
  Radios,
  readVersion,
  refusedFields,
  sendForm,
  Site,
  submittedValues,
  textIn,
  type Form,
} from '#ui';
import { FindVisit } from '../../visits/find-visit.js';
import { readinessPath } from '../addresses.js';
import { daysBetween, readSteps } from '../domain/chasing.js';
import { readinessItems } from '../domain/item.js';
import { itemWords } from '../in-words.js';
import { KeepReadinessSettings } from '../readiness-settings.js';

const names = ['notNeeded', 'isChasing', 'chaseDays'];

/** What is asked of a visit's travellers, and when they are written to. */
@Controller('visits/manage/:id/readiness/settings')
export class ReadinessSettingsPage {
  constructor(
    private readonly site: Site,
    private readonly visits: FindVisit,
    private readonly settings: KeepReadinessSettings,
    @InjectDataSource() private readonly dataSource: DataSource,
  ) {}

  @Get()
  async show(@Param('id') id: string, @Req() request: FastifyRequest, @Res() reply: FastifyReply) {
    const { notNeeded, chaseDays, isChasing, version } = await this.now(id);
    const values = { notNeeded, isChasing: isChasing ? 'yes' : 'no', chaseDays: chaseDays.join(', ') };
    return this.send(request, reply, id, form(values), version);
  }

  @Post()
  async save(@Param('id') id: string, @Req() request: FastifyRequest, @Res() reply: FastifyReply) {
    const sent = submittedValues(request.body);
    const values = pickFields(sent, names);
    const version = readVersion(sent) ?? 0;
    const input = {
      notNeeded: allValues(values, 'notNeeded'),
      chaseDays: readSteps(textIn(values, 'chaseDays'), 'chaseDays'),
      isChasing: textIn(values, 'isChasing') === 'yes',
    };
    try {
      await this.settings.save(actorOf(request), { visitId: id, version }, input);
    } catch (error) {
      if (error instanceof Problem && error.status === 409) {
        const shown = form(values, [{ field: '', message: error.detail }]);
        return this.send(request, reply, id, shown, (await this.now(id)).version, 409);
      }
      return this.send(request, reply, id, form(values, refusedFields(error, names)), version);
    }
    return this.site.redirect(reply, readinessPath(id), { type: 'success', text: 'The changes are saved.' });
  }

  private async now(id: string) {
    const visit = await this.visits.byId(id);
    return this.settings.of(this.dataSource.manager, visit.id);
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
      heading: 'What is asked, and when travellers are written to',
      title: `What is asked: ${visit.title}`,
      action: readinessPath(id, 'settings'),
      back: readinessPath(id),
      backText: 'Who is ready',
      form: shown,
      hidden: { version: String(version) },
      saveLabel: 'Save',
      children: (
        <>
          <Checkboxes
            {...field(shown, 'notNeeded')}
            fieldset={{ legend: { text: 'What does nobody need on this visit?' } }}
            hint="For example, insurance, if the network insures everybody."
            items={readinessItems.map((item) => ({ value: item, text: itemWords[item] }))}
          />
          <Radios
            {...field(shown, 'isChasing')}
            fieldset={{ legend: { text: 'Do travellers have a mail about what is missing?' } }}
            hint="It goes to those alone of whom something is missing, and stops once all is done."
            items={[
              { value: 'yes', text: 'Yes' },
              { value: 'no', text: 'No' },
            ]}
          />
          <Input
            {...field(shown, 'chaseDays')}
            label="So many days before the first day"
            hint={`With commas between them, ${daysBetween} days apart or more: 56, 28, 14, 7.`}
            autocomplete="off"
          />
        </>
      ),
    };
    return sendForm(this.site, request, reply, page, status);
  }
}
