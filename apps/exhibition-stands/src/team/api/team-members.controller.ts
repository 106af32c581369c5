import { Controller, Delete, Get, Param, Put, Req, Res } from '@nestjs/common';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { actorOf, asPrecondition, notKept, readJson, requiredVersion, versionTag } from '#platform';
import { FindExhibition } from '../../exhibitions/find-exhibition.js';
import { ChangeMember } from '../change-member.js';
import { LeaveTeam } from '../leave-team.js';
import { OpenMember } from '../open-member.js';
import { SaveAbout } from '../save-about.js';
import { SayAvailability } from '../say-availability.js';
import { TeamOf } from '../team-of.js';
import { aboutFrom, availabilityFrom, memberJson } from './team-json.js';
import { aboutInput, availabilityInput, detailsInput } from './team.schema.js';

/** Somebody of a team, for programs of staff. */
@Controller('api/v1/exhibition-stands/exhibitions/:id/team/:member')
export class TeamMembersController {
  constructor(
    private readonly exhibitions: FindExhibition,
    private readonly members: OpenMember,
    private readonly team: TeamOf,
    private readonly say: SayAvailability,
    private readonly saveAbout: SaveAbout,
    private readonly change: ChangeMember,
    private readonly leave: LeaveTeam,
  ) {}

  @Get()
  async show(@Param('id') name: string, @Param('member') memberId: string, @Res() reply: FastifyReply) {
    const { row, exhibition } = await this.members.read(await this.who(name, memberId));
    const member = await this.team.one(exhibition, row);
    return reply.headers({ ...notKept, etag: versionTag(member.version) }).send(memberJson(member));
  }

  @Put()
  async save(
    @Param('id') name: string,
    @Param('member') memberId: string,
    @Req() request: FastifyRequest,
    @Res() reply: FastifyReply,
  ) {
    const { organisationName, ...input } = readJson(request, detailsInput);
    const { exhibitionId } = await this.who(name, memberId);
    const details = { ...input, organisationName: organisationName ?? '' };
    await this.change.run(actorOf(request), exhibitionId, memberId, details);
    return this.show(name, memberId, reply);
  }

  @Delete()
  async withdraw(
    @Param('id') name: string,
    @Param('member') memberId: string,
    @Req() request: FastifyRequest,
    @Res() reply: FastifyReply,
  ) {
    const { exhibitionId } = await this.who(name, memberId);
    const by = { actor: actorOf(request), correlationId: request.id };
    await this.leave.withdraw(exhibitionId, memberId, by);
    return reply.code(204).send();
  }

  @Put('availability')
  async replace(
    @Param('id') name: string,
    @Param('member') memberId: string,
    @Req() request: FastifyRequest,
    @Res() reply: FastifyReply,
  ) {
    const version = requiredVersion(request);
    const input = availabilityFrom(readJson(request, availabilityInput));
    await asPrecondition(this.say.replace(await this.who(name, memberId), input, version));
    return this.show(name, memberId, reply);
  }

  @Put('about')
  async about(
    @Param('id') name: string,
    @Param('member') memberId: string,
    @Req() request: FastifyRequest,
    @Res() reply: FastifyReply,
  ) {
    const version = requiredVersion(request);
    const input = aboutFrom(readJson(request, aboutInput));
    await asPrecondition(this.saveAbout.run(await this.who(name, memberId), input, version));
    return this.show(name, memberId, reply);
  }

  private async who(name: string, memberId: string) {
    const { id } = await this.exhibitions.byIdOrSlug(name);
    return { exhibitionId: id, memberId };
  }
}
