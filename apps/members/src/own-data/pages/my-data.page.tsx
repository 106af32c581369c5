import { Controller, Get, Inject, Req, Res } from '@nestjs/common';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { actorOf } from '#platform';
import { BackLink, Button, ButtonGroup, Site } from '#ui';
import { accountPath } from '../../account/addresses.js';
import { themselves } from '../../account/themselves.js';
import { homeDay } from '../../domain/home-day.js';
import { CLOCK, type Clock } from '../../tokens.js';
import { CollectData } from '../collect-data.js';
import { dataJson } from '../data-json.js';
import { dataDocument } from './data-document.js';
import { HeldDataView } from './held-data.js';

/** Shows people everything that is held on them, and lets them take it away. */
@Controller('members/account')
export class MyDataPage {
  constructor(
    private readonly site: Site,
    private readonly collect: CollectData,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  @Get('data')
  async show(@Req() request: FastifyRequest, @Res() reply: FastifyReply) {
    const data = await this.collect.of(themselves(request).personId, request.id);
    return this.site.send(request, reply, {
      title: 'What is held on you',
      noIndex: true,
      before: <BackLink href={accountPath}>Your account</BackLink>,
      main: (
        <>
          <h1 class="govuk-heading-xl">What is held on you</h1>
          <p class="govuk-body">
            This is all of it, from every part of the site. <a href="/members/privacy">Why and how long</a> it
            is kept stands on a page of its own.
          </p>
          <ButtonGroup>
            <Button href={`${accountPath}/data.html`} classes="govuk-button--secondary">
              Download to read
            </Button>
            <Button href={`${accountPath}/data.json`} classes="govuk-button--secondary">
              Download for programs (JSON)
            </Button>
          </ButtonGroup>
          <HeldDataView data={data} />
        </>
      ),
    });
  }

  @Get('data.json')
  async json(@Req() request: FastifyRequest, @Res() reply: FastifyReply) {
    const data = await this.collect.download(actorOf(request), themselves(request).personId, 'json');
    const told = dataJson(data, this.clock().toString());
    return this.attach(
      reply,
      'json',
      'application/json; charset=utf-8',
      `${JSON.stringify(told, null, 2)}\n`,
    );
  }

  @Get('data.html')
  async html(@Req() request: FastifyRequest, @Res() reply: FastifyReply) {
    const data = await this.collect.download(actorOf(request), themselves(request).personId, 'html');
    const at = new Date(this.clock().epochMilliseconds);
    return this.attach(reply, 'html', 'text/html; charset=utf-8', dataDocument(data, at));
  }

  private attach(reply: FastifyReply, suffix: string, type: string, body: string) {
    const name = `my-data-${homeDay(this.clock())}.${suffix}`;
    return reply
      .header('content-disposition', `attachment; filename="${name}"`)
      .header('cache-control', 'private, no-store')
      .type(type)
      .send(body);
  }
}
