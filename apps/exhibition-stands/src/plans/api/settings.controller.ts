import { Controller, Get, Param, Put, Req, Res } from '@nestjs/common';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { actorOf, notKept, readJson, requiredVersion, versionTag } from '#platform';
import { ExhibitionAnswers } from '../../exhibitions/api/exhibition-answers.js';
import { readFloor, readRotaSettings } from '../../exhibitions/api/exhibition-json.js';
import { rotaSettingsInput, sketchInput } from '../../exhibitions/api/exhibition.schema.js';
import { FindExhibition } from '../../exhibitions/find-exhibition.js';
import { ChangeRotaSettings } from '../../rota-settings/change-rota-settings.js';
import { ChangeSketch } from '../../sketch/change-sketch.js';

/** The rules of an exhibition's rota, and its floor, for programs. */
@Controller('api/v1/exhibition-stands/exhibitions/:id')
export class SettingsController {
  constructor(
    private readonly answers: ExhibitionAnswers,
    private readonly exhibitions: FindExhibition,
    private readonly settings: ChangeRotaSettings,
    private readonly sketches: ChangeSketch,
  ) {}

  @Put('rota-settings')
  changeSettings(@Param('id') id: string, @Req() request: FastifyRequest, @Res() reply: FastifyReply) {
    const seen = { id, version: requiredVersion(request) };
    const input = readRotaSettings(readJson(request, rotaSettingsInput));
    return this.answers.send(request, reply, this.settings.run(actorOf(request), seen, input));
  }

  @Get('floor')
  async floor(@Param('id') id: string, @Res() reply: FastifyReply) {
    const { version } = await this.exhibitions.byId(id);
    return reply
      .headers({ ...notKept, etag: versionTag(version) })
      .send({ floor: await this.sketches.of(id) });
  }

  @Put('floor')
  changeFloor(@Param('id') id: string, @Req() request: FastifyRequest, @Res() reply: FastifyReply) {
    const seen = { id, version: requiredVersion(request) };
    const input = readFloor(readJson(request, sketchInput));
    return this.answers.send(request, reply, this.sketches.run(actorOf(request), seen, input));
  }
}
