import { Controller, Get, Param, Post, Put, Query, Req, Res } from '@nestjs/common';
import type { FastifyReply, FastifyRequest } from 'fastify';
import {
  actorOf,
  cursorPage,
  decodeCursor,
  readJson,
  readQuery,
  requiredVersion,
  type SentQuery,
} from '#platform';
import { StaffConferences } from '../../conferences/staff-conferences.js';
import { idPattern } from '../../domain/ids.js';
import { ThingAnswers } from '../../set-up/api/thing-answers.js';
import { ChangeCode } from '../change-code.js';
import { CodesRepository } from '../codes.repository.js';
import { MakeCodes } from '../make-codes.js';
import { codeJson, readCodeEditJson, readCodesJson } from './code-json.js';
import { codeEdit, codesInput, codesQuery } from './code.schema.js';

/** Codes, for programs. */
@Controller('api/v1/conference-registration/conferences/:id/codes')
export class CodesController {
  constructor(
    private readonly answers: ThingAnswers,
    private readonly conferences: StaffConferences,
    private readonly codes: CodesRepository,
    private readonly makeCodes: MakeCodes,
    private readonly changeCode: ChangeCode,
  ) {}

  @Get()
  async list(@Param('id') id: string, @Query() query: SentQuery, @Res() reply: FastifyReply) {
    const { cursor, limit } = readQuery(query, codesQuery);
    const conference = await this.conferences.read(id);
    const [after = null] = cursor === undefined ? [] : decodeCursor(cursor, [idPattern]);
    const rows = await this.codes.after(conference, after, limit + 1);
    const { items, nextCursor } = cursorPage(rows, limit, (row) => [row.id]);
    const uses = await this.codes.uses(
      id,
      items.map((code) => code.id),
    );
    const listed = items.map((code) => ({
      ...codeJson(code),
      ...(uses.get(code.id) ?? { used: 0, kept: 0 }),
    }));
    return this.answers.list(reply, listed, { nextCursor });
  }

  @Post()
  async make(@Param('id') id: string, @Req() request: FastifyRequest, @Res() reply: FastifyReply) {
    const { naming, input } = readCodesJson(readJson(request, codesInput));
    return this.answers.madeSeveral(request, reply, async (manager) => {
      const made = await this.makeCodes.add(manager, actorOf(request), id, naming, input);
      return made.map(codeJson);
    });
  }

  @Get(':codeId')
  async show(@Param('id') id: string, @Param('codeId') codeId: string, @Res() reply: FastifyReply) {
    const conference = await this.conferences.read(id);
    return this.answers.one(reply, codeJson(await this.codes.read(conference, codeId)));
  }

  @Put(':codeId')
  async edit(
    @Param('id') conferenceId: string,
    @Param('codeId') id: string,
    @Req() request: FastifyRequest,
    @Res() reply: FastifyReply,
  ) {
    const seen = { conferenceId, id, version: requiredVersion(request) };
    const input = readCodeEditJson(readJson(request, codeEdit));
    return this.answers.changed(reply, this.changeCode.edit(actorOf(request), seen, input).then(codeJson));
  }

  @Post(':codeId/end')
  async end(
    @Param('id') id: string,
    @Param('codeId') codeId: string,
    @Req() request: FastifyRequest,
    @Res() reply: FastifyReply,
  ) {
    return this.answers.stepped(request, reply, async () =>
      codeJson(await this.changeCode.end(actorOf(request), id, codeId)),
    );
  }
}
