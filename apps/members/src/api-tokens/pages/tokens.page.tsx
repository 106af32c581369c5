import { Controller, Get, Inject, Param, Post, Req, Res } from '@nestjs/common';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { validate as isUuid } from 'uuid';
import { notFound } from '#platform';
import { BackLink, Site } from '#ui';
import { accountPath, tokensPath } from '../../account/addresses.js';
import { themselves } from '../../account/themselves.js';
import { CLOCK, type Clock } from '../../tokens.js';
import type { ApiTokenRow } from '../api-token.entity.js';
import { ApiTokens } from '../api-tokens.js';
import { RevokeToken } from '../revoke-token.js';
import { RevokeView, TokensView } from './tokens.view.js';

/** Shows people their API tokens, and lets them revoke what should not be used. */
@Controller('members/account/tokens')
export class TokensPage {
  constructor(
    private readonly site: Site,
    private readonly apiTokens: ApiTokens,
    private readonly revokeToken: RevokeToken,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  @Get()
  async list(@Req() request: FastifyRequest, @Res() reply: FastifyReply) {
    const { personId } = themselves(request);
    const tokens = await this.apiTokens.of(personId, this.clock());
    return this.site.send(request, reply, {
      title: 'API tokens',
      noIndex: true,
      before: <BackLink href={accountPath}>Your account</BackLink>,
      main: <TokensView tokens={tokens} />,
    });
  }

  @Get(':id/revoke')
  async ask(@Param('id') id: string, @Req() request: FastifyRequest, @Res() reply: FastifyReply) {
    const { name } = await this.find(id, request);
    return this.site.send(request, reply, {
      title: `Revoke “${name}”?`,
      noIndex: true,
      before: <BackLink href={tokensPath}>API tokens</BackLink>,
      main: <RevokeView id={id} name={name} />,
    });
  }

  @Post(':id/revoke')
  async revoke(@Param('id') id: string, @Req() request: FastifyRequest, @Res() reply: FastifyReply) {
    const { name } = await this.find(id, request);
    await this.revokeToken.run({ identity: themselves(request), requestId: request.id }, id);
    return this.site.redirect(reply, tokensPath, { type: 'success', text: `“${name}” is revoked.` });
  }

  private async find(id: string, request: FastifyRequest): Promise<ApiTokenRow> {
    const { personId } = themselves(request);
    const token = isUuid(id) ? await this.apiTokens.find(id, personId, this.clock()) : null;
    if (!token) throw notFound('There is no such token, or not any more.');
    return token;
  }
}
