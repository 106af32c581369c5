import { Controller, Get, Inject, Res, type Type } from '@nestjs/common';
import type { FastifyReply } from 'fastify';
import { SETTINGS } from '../service/tokens.js';
import { describeApi, descriptionPath, type Api } from './api-description.js';

/** Shows the description of a service's API at `<its path>/openapi.json`, for the service's controllers. */
export function descriptionController(api: Api): Type {
  @Controller(descriptionPath(api))
  class DescriptionController {
    private readonly document: object;

    constructor(@Inject(SETTINGS) settings: { readonly PUBLIC_URL: string }) {
      this.document = describeApi(api, settings.PUBLIC_URL);
    }

    @Get()
    show(@Res() reply: FastifyReply) {
      return reply.header('cache-control', 'no-cache').send(this.document);
    }
  }
  return DescriptionController;
}
