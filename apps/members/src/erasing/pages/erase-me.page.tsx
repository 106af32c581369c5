import { Body, Controller, Get, Post, Req, Res } from '@nestjs/common';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { actorOf, Problem } from '#platform';
import { BackLink, Site, submittedValues } from '#ui';
import { accountPath } from '../../account/addresses.js';
import { themselves } from '../../account/themselves.js';
import { ErasePerson } from '../erase-person.js';
import { newSecret } from '../../secrets.js';
import { receiptPath } from '../receipt.js';
import { EraseMeView } from './erase-me.view.js';

/** The shape of what {@link newSecret} makes. */
const receiptShape = /^[\w-]{43}$/;

/** Lets people have themselves erased. */
@Controller('members/account/erase')
export class EraseMePage {
  constructor(
    private readonly site: Site,
    private readonly erasePerson: ErasePerson,
  ) {}

  @Get()
  ask(@Req() request: FastifyRequest, @Res() reply: FastifyReply) {
    return this.sendPage(request, reply, null);
  }

  @Post()
  async erase(@Body() body: unknown, @Req() request: FastifyRequest, @Res() reply: FastifyReply) {
    const { personId } = themselves(request);
    const { receipt: sent, sure } = submittedValues(body);
    if (sure !== 'yes') return this.sendPage(request, reply, 'Confirm that you want to be erased.', 422);
    const receipt = typeof sent === 'string' && receiptShape.test(sent) ? sent : newSecret();
    try {
      await this.erasePerson.run(actorOf(request), request.id, {
        personId,
        receipt,
        wantedBy: 'themselves',
        reason: 'Asked for on their own account page',
      });
    } catch (error) {
      // A second press of the button: what it asks for is done, and the receipt is the same.
      const isDone = error instanceof Problem && error.status === 404;
      if (error instanceof Problem && error.status === 409) {
        return this.sendPage(request, reply, error.detail, 409);
      }
      if (!isDone) throw error;
    }
    return this.site.redirect(reply, receiptPath(receipt));
  }

  private sendPage(request: FastifyRequest, reply: FastifyReply, problem: string | null, status = 200) {
    return this.site.send(
      request,
      reply,
      {
        title: 'Have yourself erased',
        hasErrors: problem !== null,
        noIndex: true,
        before: <BackLink href={accountPath}>Your account</BackLink>,
        main: <EraseMeView receipt={newSecret()} problem={problem} />,
      },
      status,
    );
  }
}
