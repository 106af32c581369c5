import { Controller, Get, Inject, Post, Req, Res } from '@nestjs/common';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { Site, uiAssets, type OwnPage } from '#ui';
import { CLOCK, type Clock } from '../../tokens.js';
import { askedPath, askPath, ownRecordPath, signInPath } from '../addresses.js';
import { SignInCookies } from '../browser.js';
import { ContinueSignIn } from '../continue-sign-in.js';
import { codeOf } from '../domain/code.js';
import { SignInRequests, type AskedRequest } from '../sign-in-requests.js';
import { AnswerSignedIn } from './answer-signed-in.js';
import { AskedView, LetInView, NoLinkView, noLinkTitle, type NoLinkReason } from './asked.view.js';

/** Without scripts the page looks again by itself so often, in seconds. */
const reloadEvery = 15;

/** Where a browser waits for the link that it asked for. */
@Controller('members/sign-in/asked')
export class AskedPage {
  constructor(
    private readonly site: Site,
    private readonly requests: SignInRequests,
    private readonly continueSignIn: ContinueSignIn,
    private readonly cookies: SignInCookies,
    private readonly answerSignedIn: AnswerSignedIn,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  @Get()
  async show(@Req() request: FastifyRequest, @Res() reply: FastifyReply) {
    return this.site.send(request, reply, await this.page(request));
  }

  /** For the script of the page that waits. */
  @Get('state')
  async state(@Req() request: FastifyRequest, @Res() reply: FastifyReply) {
    const asked = await this.asked(request);
    const isRunning = asked?.state === 'waiting';
    return reply.header('cache-control', 'private, no-store').send({ isRunning, done: 0, total: 0 });
  }

  @Post()
  async continue(@Req() request: FastifyRequest, @Res() reply: FastifyReply) {
    const answer = await this.continueSignIn.run(this.cookies.read(request), request.id);
    if (answer.kind === 'signed-in') return this.answerSignedIn.send(reply, answer);
    return this.site.redirect(reply, answer.kind === 'own-record' ? ownRecordPath : askedPath);
  }

  private async asked(request: FastifyRequest): Promise<AskedRequest | null> {
    const { askingSecret } = this.cookies.read(request);
    return askingSecret === null ? null : this.requests.askedBy(askingSecret, this.clock());
  }

  private async page(request: FastifyRequest): Promise<OwnPage> {
    const asked = await this.asked(request);
    if (!asked) return noLink('unknown', signInPath);
    const { address, returnPath } = asked.request;
    if (asked.state === 'waiting') {
      const code = codeOf(this.cookies.read(request).askingSecret ?? '');
      return {
        title: 'Check your mail',
        noIndex: true,
        scripts: [uiAssets().addressedAt('/members/assets/').progress],
        reloadWithoutScripts: reloadEvery,
        main: <AskedView address={address} code={code} returnPath={returnPath} />,
      };
    }
    if (asked.state === 'approved' && asked.isLetIn) {
      return { title: 'You can go on here', noIndex: true, main: <LetInView address={address} /> };
    }
    return noLink(asked.state === 'over' ? 'over' : 'used', askPath(address, returnPath));
  }
}

const noLink = (reason: NoLinkReason, askAgain: string): OwnPage => ({
  title: noLinkTitle(reason),
  noIndex: true,
  main: <NoLinkView reason={reason} askAgain={askAgain} />,
});
