import { Controller, Post, Req, Res } from '@nestjs/common';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { actorOf, notKept, readJson } from '#platform';
import { readRotaProblem } from './read-rota-problem.js';
import { rotaProblemInput } from './rota-problem.schema.js';
import { SolveForProgram, TooMuch } from './solve-for-program.js';

/** How often those on the way are told that an answer will come: none of them waits longer than half a minute. */
const signOfLife = 10_000;

/** The solver, for programs: a problem comes, its answer goes, nothing is kept. */
@Controller('api/v1/exhibition-stands/rota-problems')
export class RotaProblemsController {
  constructor(private readonly solve: SolveForProgram) {}

  @Post()
  async post(@Req() request: FastifyRequest, @Res() reply: FastifyReply) {
    const input = readJson(request, rotaProblemInput);
    const problem = readRotaProblem(input);
    const personId = actorOf(request).identity.personId ?? '';
    const gone = new AbortController();
    reply.raw.once('close', () => gone.abort());
    // 102 Processing (RFC 2518 §10.1); the shell takes it as a sign of life and passes nothing on.
    const alive = setInterval(() => reply.raw.headersSent || reply.raw.writeProcessing(), signOfLife);
    try {
      const answer = await this.solve.run({ personId, problem, seconds: input.seconds }, gone.signal);
      return await reply.code(200).headers(notKept).send(answer);
    } catch (error) {
      if (error instanceof TooMuch) reply.header('retry-after', String(error.seconds));
      throw error;
    } finally {
      clearInterval(alive);
    }
  }
}
