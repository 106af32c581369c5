import { Body, Controller, Get, Param, Post, Req, Res } from '@nestjs/common';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { notFound, Problem } from '#platform';
import { BackLink, ErrorSummary, Site, submittedValues, textIn } from '#ui';
import { islands } from '../../assets/islands.js';
import { standsPath } from '../../exhibitions/addresses.js';
import { ownPath } from '../../team/addresses.js';
import { ownNowPath } from '../addresses.js';
import { ReadOwnNow } from '../read-own-now.js';
import { SayPresence } from '../say-presence.js';
import { OwnNowView } from './own-now.view.js';

/** Who is on the stand now, for a volunteer by their link, and checking in. */
@Controller('stands/team')
export class OwnNowPage {
  constructor(
    private readonly site: Site,
    private readonly read: ReadOwnNow,
    private readonly presence: SayPresence,
  ) {}

  /** The script that shows the last copy without a network, of volunteers’ page and of that of staff. */
  @Get('offline.js')
  worker(@Req() request: FastifyRequest, @Res() reply: FastifyReply) {
    const header = request.headers['accept-encoding'];
    const file = islands.address('offline').split('/').at(-1) ?? '';
    const answer = islands.answer(file, typeof header === 'string' ? header : undefined);
    if (!answer) throw notFound();
    // A worker that is another is taken up at the next look.
    return reply
      .headers({ ...answer.headers, 'cache-control': 'no-cache', 'service-worker-allowed': `${standsPath}/` })
      .send(answer.body);
  }

  @Get(':secret/now')
  show(@Param('secret') secret: string, @Req() request: FastifyRequest, @Res() reply: FastifyReply) {
    return this.send(request, reply, secret);
  }

  @Post(':secret/now')
  async checkIn(
    @Param('secret') secret: string,
    @Body() body: unknown,
    @Req() request: FastifyRequest,
    @Res() reply: FastifyReply,
  ) {
    try {
      await this.presence.checkIn(secret, textIn(submittedValues(body), 'shift'));
    } catch (error) {
      if (!(error instanceof Problem) || error.status !== 409) throw error;
      return this.send(request, reply, secret, error);
    }
    return this.site.redirect(reply, ownNowPath(secret));
  }

  private async send(request: FastifyRequest, reply: FastifyReply, secret: string, refusal?: Problem) {
    const now = await this.read.of(secret);
    const page = {
      title: `Stand now: ${now.exhibition.title}`,
      noIndex: true,
      hasErrors: refusal !== undefined,
      scripts: [islands.address('stand-now')],
      before: <BackLink href={ownPath(secret)}>Your page</BackLink>,
      main: (
        <>
          {refusal !== undefined && (
            <ErrorSummary titleText="There is a problem" errorList={[{ text: refusal.detail }]} />
          )}
          <OwnNowView now={now} secret={secret} />
        </>
      ),
    };
    return this.site.send(request, reply, page, refusal?.status ?? 200);
  }
}
