import { Controller, Delete, Get, Param, Post, Put, Req, Res } from '@nestjs/common';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { asPrecondition, notKept, readJson, requiredVersion, Transactions } from '#platform';
import { apiPath } from '../../openapi/api-part.js';
import { VisitAnswers } from '../../visits/api/visit-answers.js';
import type { HostInput } from '../domain/host.js';
import { KeepHosts } from '../keep-hosts.js';
import { ReadHosts } from '../read-hosts.js';
import { hostInput, mergeInput, type HostJsonInput } from './host.schema.js';

/** Organisations that visits go to, for programs of staff. */
@Controller('api/v1/study-visits/hosts')
export class HostsController {
  constructor(
    private readonly answers: VisitAnswers,
    private readonly hosts: ReadHosts,
    private readonly keep: KeepHosts,
    private readonly transactions: Transactions,
  ) {}

  @Get()
  async list(@Res() reply: FastifyReply) {
    return reply.headers(notKept).send({ items: await this.hosts.all() });
  }

  @Post()
  add(@Req() request: FastifyRequest, @Res() reply: FastifyReply) {
    const input = inputOf(readJson(request, hostInput));
    return this.answers.postThing(request, reply, {
      status: 201,
      location: ({ id }) => `${apiPath}/hosts/${id}`,
      work: async () => {
        const { id } = await this.transactions.run((manager) => this.keep.add(manager, input));
        return this.json(id);
      },
    });
  }

  @Get(':hostId')
  async show(@Param('hostId') id: string, @Res() reply: FastifyReply) {
    return this.answers.thing(reply, await this.json(id));
  }

  @Put(':hostId')
  async change(@Param('hostId') id: string, @Req() request: FastifyRequest, @Res() reply: FastifyReply) {
    const version = requiredVersion(request);
    const input = inputOf(readJson(request, hostInput));
    await asPrecondition(this.keep.edit({ id, version }, input));
    return this.answers.thing(reply, await this.json(id));
  }

  @Delete(':hostId')
  async remove(@Param('hostId') id: string, @Res() reply: FastifyReply) {
    await this.keep.remove(id);
    return reply.code(204).headers(notKept).send();
  }

  @Post(':hostId/merge')
  merge(@Param('hostId') id: string, @Req() request: FastifyRequest, @Res() reply: FastifyReply) {
    const { into } = readJson(request, mergeInput);
    return this.answers.postThing(request, reply, {
      status: 200,
      work: async () => {
        await this.keep.merge(id, into);
        return this.json(into);
      },
    });
  }

  private async json(id: string) {
    const host = await this.hosts.one(id);
    return { ...host, visits: await this.hosts.visitsOf(id) };
  }
}

const inputOf = ({ point, ...sent }: HostJsonInput): HostInput => ({
  ...sent,
  lat: point === null ? '' : String(point.lat),
  lon: point === null ? '' : String(point.lon),
});
