import { Controller, Get, Param, Post, Put, Req, Res } from '@nestjs/common';
import { InjectDataSource } from '@nestjs/typeorm';
import type { FastifyReply, FastifyRequest } from 'fastify';
import type { DataSource } from 'typeorm';
import { idempotently, notKept, readJson } from '#platform';
import { AskedSlots } from '../asked-slots.js';
import { LeaveTeam } from '../leave-team.js';
import { OpenMember } from '../open-member.js';
import { SaveAbout } from '../save-about.js';
import { SayAvailability } from '../say-availability.js';
import { TeamOf } from '../team-of.js';
import { aboutFrom, availabilityFrom, ownJson, spanFrom } from './team-json.js';
import { aboutInput, answersInput, availabilityInput } from './team.schema.js';

/** What a volunteer says by their link, for programs and for the page's own script. */
@Controller('api/v1/exhibition-stands/team-links/:secret')
export class OwnPlaceController {
  constructor(
    @InjectDataSource() private readonly dataSource: DataSource,
    private readonly members: OpenMember,
    private readonly team: TeamOf,
    private readonly slots: AskedSlots,
    private readonly say: SayAvailability,
    private readonly saveAbout: SaveAbout,
    private readonly leave: LeaveTeam,
  ) {}

  @Get()
  async show(@Param('secret') secret: string, @Res() reply: FastifyReply) {
    return reply.headers(notKept).send(await this.own(secret));
  }

  @Post('answers')
  async answer(@Param('secret') secret: string, @Req() request: FastifyRequest, @Res() reply: FastifyReply) {
    const { answers } = readJson(request, answersInput);
    const said = answers.map(spanFrom).map(({ from, until, kind }) => ({ span: { from, until }, kind }));
    return this.once(secret, request, reply, () => this.say.answer({ secret }, said));
  }

  @Put('availability')
  async replace(@Param('secret') secret: string, @Req() request: FastifyRequest, @Res() reply: FastifyReply) {
    const input = availabilityFrom(readJson(request, availabilityInput));
    await this.say.replace({ secret }, input, null);
    return this.show(secret, reply);
  }

  @Put('about')
  async about(@Param('secret') secret: string, @Req() request: FastifyRequest, @Res() reply: FastifyReply) {
    await this.saveAbout.run({ secret }, aboutFrom(readJson(request, aboutInput)));
    return this.show(secret, reply);
  }

  @Post('decline')
  decline(@Param('secret') secret: string, @Req() request: FastifyRequest, @Res() reply: FastifyReply) {
    const by = { actor: null, correlationId: request.id };
    return this.once(secret, request, reply, () => this.leave.decline({ secret }, '', by));
  }

  @Post('return')
  comeBack(@Param('secret') secret: string, @Req() request: FastifyRequest, @Res() reply: FastifyReply) {
    return this.once(secret, request, reply, () => this.say.comeBack({ secret }));
  }

  private async own(secret: string) {
    const { row, exhibition } = await this.members.read({ secret });
    return ownJson(exhibition, await this.slots.of(exhibition), await this.team.one(exhibition, row));
  }

  private async once(
    secret: string,
    request: FastifyRequest,
    reply: FastifyReply,
    work: () => Promise<void>,
  ) {
    const answer = await idempotently(this.dataSource, request, async () => {
      await work();
      return { status: 200, body: await this.own(secret) };
    });
    return reply.code(answer.status).headers(notKept).send(answer.body);
  }
}
