import { Controller, Delete, Get, Param, Post, Query, Req, Res } from '@nestjs/common';
import type { FastifyReply, FastifyRequest } from 'fastify';
import {
  cursorPage,
  decodeCursor,
  instantOf,
  notKept,
  readJson,
  readQuery,
  Transactions,
  type SentQuery,
} from '#platform';
import { FindExhibition } from '../../exhibitions/find-exhibition.js';
import { StockAnswers } from '../../stock/api/stock-answers.js';
import { OpenMember } from '../../team/open-member.js';
import { consentWords } from '../domain/visitor.js';
import { ImportVisitors } from '../import-visitors.js';
import { ReadVisitors } from '../read-visitors.js';
import { RecordVisitor } from '../record-visitor.js';
import type { VisitorListRow, VisitorRow } from '../visitor.entity.js';
import { listInput, visitorInput, visitorsQuery } from './visitor.schema.js';

/** Who stopped by, for programs. */
@Controller('api/v1/exhibition-stands')
export class VisitorsController {
  constructor(
    private readonly answers: StockAnswers,
    private readonly exhibitions: FindExhibition,
    private readonly members: OpenMember,
    private readonly visitors: ReadVisitors,
    private readonly record: RecordVisitor,
    private readonly lists: ImportVisitors,
    private readonly transactions: Transactions,
  ) {}

  @Get('exhibitions/:id/visitors')
  async list(@Param('id') key: string, @Query() query: SentQuery, @Res() reply: FastifyReply) {
    const { cursor, limit, q } = readQuery(query, visitorsQuery);
    const { id } = await this.exhibitions.byIdOrSlug(key);
    const [from = '0'] = cursor === undefined ? [] : decodeCursor(cursor, [/^\d{1,7}$/]);
    const { visitors } = await this.visitors.list(id, q, { from: Number(from), most: limit + 1 });
    const next = String(Number(from) + limit);
    const { items, nextCursor } = cursorPage([...visitors], limit, () => [next]);
    return this.answers.one(reply, { items: items.map(visitorJson), nextCursor });
  }

  @Post('exhibitions/:id/visitors')
  async add(@Param('id') key: string, @Req() request: FastifyRequest, @Res() reply: FastifyReply) {
    const input = readJson(request, visitorInput);
    const { id } = await this.exhibitions.byIdOrSlug(key);
    return this.recorded(request, reply, id, input);
  }

  @Post('team-links/:secret/visitors')
  async addOwn(@Param('secret') secret: string, @Req() request: FastifyRequest, @Res() reply: FastifyReply) {
    const input = readJson(request, visitorInput);
    const { exhibition } = await this.members.read({ secret });
    return this.recorded(request, reply, exhibition.id, input);
  }

  @Delete('exhibitions/:id/visitors/:visitorId')
  async forget(@Param('id') key: string, @Param('visitorId') visitorId: string, @Res() reply: FastifyReply) {
    const { id } = await this.exhibitions.byIdOrSlug(key);
    await this.transactions.run((manager) => this.record.forget(manager, id, visitorId));
    return reply.code(204).headers(notKept).send();
  }

  @Get('exhibitions/:id/visitor-counts')
  async counts(@Param('id') key: string, @Res() reply: FastifyReply) {
    const { id } = await this.exhibitions.byIdOrSlug(key);
    const counts = await this.visitors.perShift(id);
    const items = counts.map((count) => ({
      ...count,
      startsAt: iso(count.startsAt),
      endsAt: iso(count.endsAt),
    }));
    return this.answers.one(reply, { items });
  }

  @Post('exhibitions/:id/visitor-lists')
  async look(@Param('id') key: string, @Req() request: FastifyRequest, @Res() reply: FastifyReply) {
    const { csv, ...sent } = readJson(request, listInput);
    const { id } = await this.exhibitions.byIdOrSlug(key);
    return this.answers.once(
      request,
      reply,
      201,
      (manager) => this.lists.look(manager, id, { ...sent, bytes: Buffer.from(csv, 'utf8') }),
      async (listId) => this.listJson(await this.lists.one(id, listId)),
    );
  }

  @Get('exhibitions/:id/visitor-lists/:listId')
  async looked(@Param('id') key: string, @Param('listId') listId: string, @Res() reply: FastifyReply) {
    const { id } = await this.exhibitions.byIdOrSlug(key);
    return this.answers.one(reply, await this.listJson(await this.lists.one(id, listId)));
  }

  @Post('exhibitions/:id/visitor-lists/:listId/confirm')
  async confirm(@Param('id') key: string, @Param('listId') listId: string, @Res() reply: FastifyReply) {
    const { id } = await this.exhibitions.byIdOrSlug(key);
    return this.answers.one(reply, await this.listJson(await this.lists.confirm(id, listId)));
  }

  private recorded(
    request: FastifyRequest,
    reply: FastifyReply,
    exhibitionId: string,
    input: Parameters<RecordVisitor['run']>[2],
  ) {
    return this.answers.once(
      request,
      reply,
      201,
      async (manager) => JSON.stringify(await this.record.run(manager, exhibitionId, input)),
      async (made) => ({ ...(JSON.parse(made) as object), consentWords }),
    );
  }

  private async listJson(list: VisitorListRow) {
    const { rows, agreed, anonymous, twice, problems } = list.summary;
    const already = list.rows === null ? 0 : await this.lists.already(list);
    const { id, fileName, written } = list;
    return { id, fileName, rows, agreed, anonymous, twice, already, problems, written };
  }
}

const iso = (at: Date | null): string | null => (at === null ? null : instantOf(at).toString());

const visitorJson = (visitor: VisitorRow) => ({
  id: visitor.id,
  at: iso(visitor.at),
  name: visitor.name,
  email: visitor.email,
  organisationName: visitor.organisationName,
  interests: visitor.interests,
  consentAt: iso(visitor.consentAt),
  consentWords: visitor.consentWords,
  source: visitor.source,
});
