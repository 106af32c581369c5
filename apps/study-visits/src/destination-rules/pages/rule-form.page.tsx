import { randomUUID } from 'node:crypto';
import { Body, Controller, Get, Param, Post, Query, Req, Res } from '@nestjs/common';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { actorOf, notFound, Problem, RunOnce, type SentQuery } from '#platform';
import {
  form,
  pickFields,
  readToken,
  readVersion,
  refusedFields,
  sendForm,
  Site,
  submittedValues,
  textIn,
  type Form,
} from '#ui';
import { ruleChangePath, rulePath, rulesPath } from '../addresses.js';
import type { RuleKind } from '../domain/rule.js';
import { kindWords } from '../in-words.js';
import { ReadRules } from '../read-rules.js';
import { SaveRules } from '../save-rules.js';
import {
  blankRule,
  fillRule,
  kindFrom,
  newRuleHeading,
  readRule,
  RuleFields,
  ruleNames,
} from './rule-fields.js';

/** Adding a rule of borders, and changing one. */
@Controller('visits/manage/rules')
export class RuleFormPage {
  constructor(
    private readonly site: Site,
    private readonly rules: ReadRules,
    private readonly save: SaveRules,
    private readonly runOnce: RunOnce,
  ) {}

  @Get('new')
  showNew(@Query() query: SentQuery, @Req() request: FastifyRequest, @Res() reply: FastifyReply) {
    const kind = kindFrom(textIn(submittedValues(query), 'kind')) ?? 'passport';
    return this.sendNew(request, reply, kind, form(blankRule(kind)), randomUUID());
  }

  @Post('new')
  async add(@Body() body: unknown, @Req() request: FastifyRequest, @Res() reply: FastifyReply) {
    const sent = submittedValues(body);
    const values = pickFields(sent, ruleNames);
    const kind = kindFrom(textIn(values, 'kind'));
    if (kind === null) throw notFound();
    const token = readToken(sent);
    const actor = actorOf(request);
    try {
      const changeId = await this.runOnce.run(
        actor,
        token,
        { ...values, what: 'destination-rule' },
        async (manager) => (await this.save.add(manager, actor, readRule(values))).changeId ?? '',
      );
      return this.site.redirect(reply, ruleChangePath(changeId), {
        type: 'success',
        text: 'The rule is added, and everybody is judged anew.',
      });
    } catch (error) {
      return this.sendNew(request, reply, kind, form(values, refusedFields(error, ruleNames)), token);
    }
  }

  @Get(':ruleId')
  async show(@Param('ruleId') id: string, @Req() request: FastifyRequest, @Res() reply: FastifyReply) {
    const rule = await this.rules.one(id);
    return this.sendEdit(request, reply, id, form(fillRule(rule)), rule.version);
  }

  @Post(':ruleId')
  async change(
    @Param('ruleId') id: string,
    @Body() body: unknown,
    @Req() request: FastifyRequest,
    @Res() reply: FastifyReply,
  ) {
    const sent = submittedValues(body);
    const { kind } = await this.rules.one(id);
    const values = { ...pickFields(sent, ruleNames), kind };
    const version = readVersion(sent) ?? 0;
    try {
      const { changeId } = await this.save.change(actorOf(request), { id, version }, readRule(values));
      if (changeId === null) return await this.site.redirect(reply, rulesPath);
      return await this.site.redirect(reply, ruleChangePath(changeId), {
        type: 'success',
        text: 'The rule is changed, and everybody is judged anew.',
      });
    } catch (error) {
      if (error instanceof Problem && error.code === 'edited-meanwhile') {
        const { version: newest } = await this.rules.one(id);
        const shown = form(values, [{ field: '', message: error.detail }]);
        return this.sendEdit(request, reply, id, shown, newest, 409);
      }
      return this.sendEdit(request, reply, id, form(values, refusedFields(error, ruleNames)), version);
    }
  }

  private async sendNew(
    request: FastifyRequest,
    reply: FastifyReply,
    kind: RuleKind,
    shown: Form,
    token: string,
  ) {
    const { groups } = await this.rules.all();
    return sendForm(this.site, request, reply, {
      heading: newRuleHeading(kind),
      action: `${rulesPath}/new`,
      back: rulesPath,
      backText: 'Rules of borders',
      form: shown,
      hidden: { once: token, kind },
      saveLabel: 'Add the rule',
      children: <RuleFields form={shown} kind={kind} groups={groups} />,
    });
  }

  private async sendEdit(
    request: FastifyRequest,
    reply: FastifyReply,
    id: string,
    shown: Form,
    version: number,
    status?: number,
  ) {
    const [rule, { groups }] = await Promise.all([this.rules.one(id), this.rules.all()]);
    const page = {
      heading: `Rule: ${kindWords[rule.kind].toLowerCase()}`,
      action: rulePath(id),
      back: rulesPath,
      backText: 'Rules of borders',
      form: shown,
      hidden: { version: String(version) },
      saveLabel: 'Save the rule',
      children: (
        <>
          <RuleFields form={shown} kind={rule.kind} groups={groups} />
          <p class="govuk-body">
            <a class="govuk-link" href={rulePath(id, 'remove')}>
              Remove this rule
            </a>
          </p>
        </>
      ),
    };
    return sendForm(this.site, request, reply, page, status);
  }
}
