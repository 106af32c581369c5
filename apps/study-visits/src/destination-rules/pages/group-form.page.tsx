import { Body, Controller, Get, Param, Post, Req, Res } from '@nestjs/common';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { actorOf, Problem } from '#platform';
import {
  DateInput,
  dateField,
  dateNames,
  dayBoxes,
  field,
  form,
  Input,
  pickFields,
  readDay,
  readVersion,
  refusedFields,
  sendForm,
  Site,
  submittedValues,
  Textarea,
  textIn,
  type Form,
} from '#ui';
import { groupPath, ruleChangePath, rulesPath } from '../addresses.js';
import { ReadRules } from '../read-rules.js';
import { SaveRules } from '../save-rules.js';

const names: readonly string[] = ['title', 'countries', 'source', ...dateNames('checkedOn')];

/** Which countries are in a group. */
@Controller('visits/manage/rules/groups/:code')
export class GroupFormPage {
  constructor(
    private readonly site: Site,
    private readonly rules: ReadRules,
    private readonly save: SaveRules,
  ) {}

  @Get()
  async show(@Param('code') code: string, @Req() request: FastifyRequest, @Res() reply: FastifyReply) {
    const { title, countries, source, checkedOn, version } = await this.rules.group(code);
    const filled = { title, countries: countries.join(', '), source, ...dayBoxes('checkedOn', checkedOn) };
    return this.send(request, reply, code, form(filled), version);
  }

  @Post()
  async change(
    @Param('code') code: string,
    @Body() body: unknown,
    @Req() request: FastifyRequest,
    @Res() reply: FastifyReply,
  ) {
    const sent = submittedValues(body);
    const values = pickFields(sent, names);
    const version = readVersion(sent) ?? 0;
    const { version: newest } = await this.rules.group(code);
    const input = {
      title: textIn(values, 'title'),
      countries: textIn(values, 'countries'),
      source: textIn(values, 'source'),
      checkedOn: readDay(values, 'checkedOn', 'the day on which it was checked'),
    };
    try {
      const { changeId } = await this.save.changeGroup(actorOf(request), { code, version }, input);
      if (changeId === null) return await this.site.redirect(reply, rulesPath);
      return await this.site.redirect(reply, ruleChangePath(changeId), {
        type: 'success',
        text: 'The group is changed, and everybody is judged anew.',
      });
    } catch (error) {
      if (error instanceof Problem && error.code === 'edited-meanwhile') {
        return this.send(
          request,
          reply,
          code,
          form(values, [{ field: '', message: error.detail }]),
          newest,
          409,
        );
      }
      return this.send(request, reply, code, form(values, refusedFields(error, names)), version);
    }
  }

  private send(
    request: FastifyRequest,
    reply: FastifyReply,
    code: string,
    shown: Form,
    version: number,
    status?: number,
  ) {
    const page = {
      heading: 'A group of countries',
      action: groupPath(code),
      back: rulesPath,
      backText: 'Rules of borders',
      form: shown,
      hidden: { version: String(version) },
      saveLabel: 'Save the group',
      children: (
        <>
          <Input {...field(shown, 'title')} label="What it is called" />
          <Textarea
            {...field(shown, 'countries')}
            label="Countries"
            hint="Two letters for each (ISO 3166-1), with commas between them: IT, ES."
            rows={4}
          />
          <Input
            {...field(shown, 'source')}
            label="The official page that says so"
            hint="Its address, beginning with https://."
            type="url"
            autocomplete="off"
          />
          <DateInput
            {...dateField(shown, 'checkedOn')}
            fieldset={{ legend: { text: 'You read that page on (optional)' } }}
          />
        </>
      ),
    };
    return sendForm(this.site, request, reply, page, status);
  }
}
