import { Controller, Get, Param, Req, Res } from '@nestjs/common';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { BackLink, Site } from '#ui';
import { ReadMarkChanges } from '../../readiness/read-mark-changes.js';
import { managePath } from '../../visits/addresses.js';
import { rulesPath } from '../addresses.js';
import { ReadRules } from '../read-rules.js';
import { RuleChangeView, RulesView } from './rules.view.js';

/** Rules of borders, and what each change of them did. */
@Controller('visits/manage/rules')
export class RulesPage {
  constructor(
    private readonly site: Site,
    private readonly rules: ReadRules,
    private readonly marks: ReadMarkChanges,
  ) {}

  @Get()
  async show(@Req() request: FastifyRequest, @Res() reply: FastifyReply) {
    const [all, history] = await Promise.all([this.rules.all(), this.rules.history()]);
    return this.site.send(request, reply, {
      title: 'Rules of borders',
      noIndex: true,
      before: <BackLink href={managePath}>Look after the visits</BackLink>,
      main: <RulesView {...all} history={history} />,
    });
  }

  @Get('changes/:changeId')
  async change(@Param('changeId') id: string, @Req() request: FastifyRequest, @Res() reply: FastifyReply) {
    const change = await this.rules.change(id);
    return this.site.send(request, reply, {
      title: 'What a change of the rules did',
      noIndex: true,
      before: <BackLink href={rulesPath}>Rules of borders</BackLink>,
      main: <RuleChangeView change={change} marks={await this.marks.ofRuleChange(id)} />,
    });
  }
}
