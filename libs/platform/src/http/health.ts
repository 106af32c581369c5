import type { FastifyInstance } from 'fastify';

/** Something a service needs in order to answer; it throws while that cannot be had. */
export interface ReadinessCheck {
  readonly name: string;
  check(this: void): Promise<void>;
}

/**
 * `GET /health/live`: the process answers. `GET /health/ready`: so does all that it needs; 503 names what does not,
 * and nothing more, as anybody on the internal network may ask.
 */
export function registerHealth(fastify: FastifyInstance, checks: readonly ReadinessCheck[]): void {
  fastify.get('/health/live', (_request, reply) => reply.send({ status: 'live' }));
  fastify.get('/health/ready', async (request, reply) => {
    const results = await Promise.all(
      checks.map(async ({ name, check }) => {
        try {
          await check();
          return { name, ready: true };
        } catch (error) {
          request.log.warn({ err: error, check: name }, 'not ready');
          return { name, ready: false };
        }
      }),
    );
    const ready = results.every((result) => result.ready);
    return reply.code(ready ? 200 : 503).send({ status: ready ? 'ready' : 'not ready', checks: results });
  });
}
