import { Controller, Delete, Get, Param, Post, Put, Req, Res } from '@nestjs/common';
import { InjectDataSource } from '@nestjs/typeorm';
import type { FastifyReply, FastifyRequest } from 'fastify';
import type { DataSource } from 'typeorm';
import {
  actorOf,
  asPrecondition,
  idempotently,
  instantOf,
  notKept,
  readJson,
  requiredVersion,
  Transactions,
  versionTag,
} from '#platform';
import { ReadMarkChanges } from '../../readiness/read-mark-changes.js';
import { ReadRules } from '../read-rules.js';
import { SaveRules } from '../save-rules.js';
import { groupFrom, groupJson, ruleFrom, ruleJson, savedJson } from './rules-json.js';
import { groupInput, ruleInput } from './rules.schema.js';

/** Rules of borders, for programs of staff. */
@Controller('api/v1/study-visits')
export class RulesController {
  constructor(
    @InjectDataSource() private readonly dataSource: DataSource,
    private readonly rules: ReadRules,
    private readonly save: SaveRules,
    private readonly marks: ReadMarkChanges,
    private readonly transactions: Transactions,
  ) {}

  @Get('destination-rules')
  async list(@Res() reply: FastifyReply) {
    const { rules, groups } = await this.rules.all();
    return reply.headers(notKept).send({ rules: rules.map(ruleJson), groups: groups.map(groupJson) });
  }

  @Post('destination-rules')
  async add(@Req() request: FastifyRequest, @Res() reply: FastifyReply) {
    const input = ruleFrom(readJson(request, ruleInput));
    const answer = await idempotently(this.dataSource, request, async () => {
      const saved = await this.transactions.run((manager) => this.save.add(manager, actorOf(request), input));
      return { status: 201, body: savedJson(saved) };
    });
    return reply.code(answer.status).headers(notKept).send(answer.body);
  }

  @Get('destination-rules/:ruleId')
  async one(@Param('ruleId') id: string, @Res() reply: FastifyReply) {
    const rule = await this.rules.one(id);
    return reply.headers({ ...notKept, etag: versionTag(rule.version) }).send(ruleJson(rule));
  }

  @Put('destination-rules/:ruleId')
  async change(@Param('ruleId') id: string, @Req() request: FastifyRequest, @Res() reply: FastifyReply) {
    const version = requiredVersion(request);
    const input = ruleFrom(readJson(request, ruleInput));
    const saved = await asPrecondition(this.save.change(actorOf(request), { id, version }, input));
    return reply.headers(notKept).send(savedJson(saved));
  }

  @Delete('destination-rules/:ruleId')
  async remove(@Param('ruleId') id: string, @Req() request: FastifyRequest, @Res() reply: FastifyReply) {
    const version = requiredVersion(request);
    const saved = await asPrecondition(this.save.remove(actorOf(request), { id, version }));
    return reply.headers(notKept).send(savedJson(saved));
  }

  @Get('country-groups/:code')
  async group(@Param('code') code: string, @Res() reply: FastifyReply) {
    const group = await this.rules.group(code);
    return reply.headers({ ...notKept, etag: versionTag(group.version) }).send(groupJson(group));
  }

  @Put('country-groups/:code')
  async changeGroup(@Param('code') code: string, @Req() request: FastifyRequest, @Res() reply: FastifyReply) {
    const version = requiredVersion(request);
    const input = groupFrom(readJson(request, groupInput));
    const saved = await asPrecondition(this.save.changeGroup(actorOf(request), { code, version }, input));
    return reply.headers(notKept).send(savedJson(saved));
  }

  @Get('destination-rule-changes/:changeId')
  async ruleChange(@Param('changeId') id: string, @Res() reply: FastifyReply) {
    const { at, personName, action, changes } = await this.rules.change(id);
    const marks = await this.marks.ofRuleChange(id);
    return reply.headers(notKept).send({
      id,
      at: instantOf(at).toString(),
      personName,
      action,
      changes,
      marks: marks.map(({ visitId, travellerId, travellerName, item, before, after, isTold }) => ({
        visitId,
        travellerId,
        travellerName,
        item,
        before,
        after,
        isTold,
      })),
    });
  }
}
