import { Controller, Get, Inject, Res } from '@nestjs/common';
import type { FastifyReply } from 'fastify';
import { parts } from '../parts.js';
import type { ShellSettings } from '../settings.js';
import { SETTINGS } from '../tokens.js';

/** How long a part may take to say that it is ready, in milliseconds. */
const limit = 2000;

/** `GET /health`: 200 only when every part of the site is ready. */
@Controller('health')
export class HealthController {
  constructor(@Inject(SETTINGS) private readonly settings: ShellSettings) {}

  @Get()
  async show(@Res() reply: FastifyReply) {
    const results = await Promise.all(
      parts.map(async (part) => ({ name: part.app, ready: await this.isReady(part.app) })),
    );
    const ready = results.every((result) => result.ready);
    return reply
      .code(ready ? 200 : 503)
      .header('cache-control', 'no-store')
      .send({ status: ready ? 'ready' : 'not ready', parts: results });
  }

  private async isReady(app: string): Promise<boolean> {
    try {
      const response = await fetch(`${this.settings.upstreams.get(app)}/health/ready`, {
        signal: AbortSignal.timeout(limit),
      });
      await response.body?.cancel();
      return response.ok;
    } catch {
      return false;
    }
  }
}
