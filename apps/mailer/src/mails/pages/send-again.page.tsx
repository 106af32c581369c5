import { randomUUID } from 'node:crypto';
import { Body, Controller, Get, Param, Post, Req, Res } from '@nestjs/common';
import { InjectDataSource } from '@nestjs/typeorm';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { Temporal } from 'temporal-polyfill';
import type { DataSource } from 'typeorm';
import { validate as isUuid } from 'uuid';
import { actorOf, conflict } from '#platform';
import { BackLink, Site, textIn, type SubmittedValues } from '#ui';
import { mailPath } from '../addresses.js';
import { reasonNotToSendAgain } from '../domain/send-again.js';
import { PastMails } from '../past-mails.js';
import { SendAgain } from '../send-again.js';
import { SendAgainView } from './send-again.view.js';

/** Sends a mail once more, after asking. */
@Controller('mail/mails/:id/send-again')
export class SendAgainPage {
  constructor(
    private readonly site: Site,
    private readonly past: PastMails,
    private readonly sendAgain: SendAgain,
    @InjectDataSource() private readonly dataSource: DataSource,
  ) {}

  @Get()
  async ask(@Param('id') id: string, @Req() request: FastifyRequest, @Res() reply: FastifyReply) {
    const mail = await this.past.read(this.dataSource.manager, id);
    const reason = reasonNotToSendAgain(mail.past, Temporal.Now.instant());
    if (reason !== null) throw conflict('not-sent-again', reason);
    return this.site.send(request, reply, {
      title: 'Send this mail again?',
      noIndex: true,
      before: <BackLink href={mailPath(id)}>The mail</BackLink>,
      main: <SendAgainView mail={mail} newId={randomUUID()} />,
    });
  }

  /** A second press of the button finds the mail that the first one made. */
  @Post()
  async send(
    @Param('id') id: string,
    @Body() submitted: SubmittedValues | undefined,
    @Req() request: FastifyRequest,
    @Res() reply: FastifyReply,
  ) {
    const wanted = textIn(submitted ?? {}, 'once');
    const newId = isUuid(wanted) ? wanted : randomUUID();
    await this.sendAgain.run(id, newId, actorOf(request));
    return this.site.redirect(reply, mailPath(newId), {
      type: 'success',
      text: 'The mail is on its way again. This is the new one.',
    });
  }
}
