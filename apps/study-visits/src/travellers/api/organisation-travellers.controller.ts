import { Controller, Get, Param, Post, Req, Res } from '@nestjs/common';
import { InjectDataSource } from '@nestjs/typeorm';
import type { FastifyReply, FastifyRequest } from 'fastify';
import type { DataSource } from 'typeorm';
import type { z } from 'zod';
import { actorOf, idempotently, notKept, readJson, signInNeeded } from '#platform';
import { ListOfOrganisation } from '../list-of-organisation.js';
import { ReplaceTraveller } from '../replace-traveller.js';
import { WithdrawTraveller } from '../withdraw-traveller.js';
import { replaceInput, withdrawInput, type organisationTravellersOutput } from './traveller.schema.js';

/** Who travels for an organisation, for programs of those who book for it. */
@Controller('api/v1/study-visits/organisations/:organisationId/travellers')
export class OrganisationTravellersController {
  constructor(
    private readonly list: ListOfOrganisation,
    private readonly withdrawing: WithdrawTraveller,
    private readonly replacing: ReplaceTraveller,
    @InjectDataSource() private readonly dataSource: DataSource,
  ) {}

  @Get()
  async show(
    @Param('organisationId') organisationId: string,
    @Req() request: FastifyRequest,
    @Res() reply: FastifyReply,
  ) {
    return reply.headers(notKept).send(await this.listed(personIn(request), organisationId));
  }

  @Post(':travellerId/withdraw')
  withdraw(
    @Param('organisationId') organisationId: string,
    @Param('travellerId') travellerId: string,
    @Req() request: FastifyRequest,
    @Res() reply: FastifyReply,
  ) {
    const { why } = readJson(request, withdrawInput);
    const which = { personId: personIn(request), organisationId, travellerId };
    return this.once(request, reply, organisationId, () =>
      this.withdrawing.run(actorOf(request), which, why, request.id),
    );
  }

  @Post(':travellerId/replace')
  replace(
    @Param('organisationId') organisationId: string,
    @Param('travellerId') travellerId: string,
    @Req() request: FastifyRequest,
    @Res() reply: FastifyReply,
  ) {
    const input = readJson(request, replaceInput);
    const which = { personId: personIn(request), organisationId, travellerId };
    return this.once(request, reply, organisationId, () =>
      this.replacing.run(actorOf(request), which, input, request.id),
    );
  }

  private async once(
    request: FastifyRequest,
    reply: FastifyReply,
    organisationId: string,
    work: () => Promise<unknown>,
  ) {
    const answer = await idempotently(this.dataSource, request, async () => {
      await work();
      return { status: 200, body: await this.listed(personIn(request), organisationId) };
    });
    return reply.code(answer.status).headers(notKept).send(answer.body);
  }

  private async listed(
    personId: string,
    organisationId: string,
  ): Promise<z.output<typeof organisationTravellersOutput>> {
    const items = await this.list.travellers(personId, organisationId);
    return {
      items: items.map(({ visitSlug, visitTitle, visitStatus, ...traveller }) => ({
        ...traveller,
        visit: { slug: visitSlug, title: visitTitle, status: visitStatus },
      })),
    };
  }
}

function personIn({ identity }: FastifyRequest): string {
  if (identity.personId === null) throw signInNeeded();
  return identity.personId;
}
