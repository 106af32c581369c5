import { Controller, Get, Inject, Res } from '@nestjs/common';
import type { FastifyReply } from 'fastify';
import type { StandSettings } from '../settings.js';
import { SETTINGS } from '../tokens.js';
import { apiDocument } from './document.js';

@Controller('api/v1/exhibition-stands/openapi.json')
export class OpenApiController {
  private readonly document: ReturnType<typeof apiDocument>;

  constructor(@Inject(SETTINGS) settings: StandSettings) {
    this.document = apiDocument(settings.PUBLIC_URL);
  }

  @Get()
  show(@Res() reply: FastifyReply) {
    return reply.header('cache-control', 'no-cache').send(this.document);
  }
}
