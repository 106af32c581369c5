import { Controller, Get, Param, Put, Req, Res } from '@nestjs/common';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { actorOf, asPrecondition, notKept, readJson, requiredVersion, versionTag } from '#platform';
import { KeepConsideration } from '../../package-travel/keep-consideration.js';
import { ReadConsideration } from '../../package-travel/read-consideration.js';
import { ReadSigned } from '../../sign-offs/read-signed.js';
import { FindVisit } from '../../visits/find-visit.js';
import { considerationJson, readSignature } from './plans-json.js';
import { considerationInput, signatureInput } from './plans.schema.js';

/** What was considered of the rules of package travel, for programs. */
@Controller('api/v1/study-visits/visits/:id/package-travel')
export class PackageTravelController {
  constructor(
    private readonly visits: FindVisit,
    private readonly considerations: ReadConsideration,
    private readonly signed: ReadSigned,
    private readonly keep: KeepConsideration,
  ) {}

  @Get()
  show(@Param('id') id: string, @Res() reply: FastifyReply) {
    return this.answer(reply, id);
  }

  @Put()
  async change(@Param('id') id: string, @Req() request: FastifyRequest, @Res() reply: FastifyReply) {
    const seen = { visitId: id, version: seenVersion(request) };
    await asPrecondition(this.keep.save(actorOf(request), seen, readJson(request, considerationInput)));
    return this.answer(reply, id);
  }

  @Put('signature')
  async sign(@Param('id') id: string, @Req() request: FastifyRequest, @Res() reply: FastifyReply) {
    await this.keep.sign(actorOf(request), id, readSignature(readJson(request, signatureInput)));
    return this.answer(reply, id);
  }

  private async answer(reply: FastifyReply, id: string) {
    const visit = await this.visits.byId(id);
    const answer = considerationJson(
      await this.considerations.of(id),
      await this.signed.packageTravel(visit),
    );
    return reply.headers({ ...notKept, etag: versionTag(answer.version) }).send(answer);
  }
}

/** While nobody has answered there is a version, too: `"0"`. @throws Problem 412, 428 */
function seenVersion(request: FastifyRequest): number {
  return request.headers['if-match']?.trim() === versionTag(0) ? 0 : requiredVersion(request);
}
