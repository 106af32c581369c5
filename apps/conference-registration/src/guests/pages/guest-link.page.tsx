import { Controller, Get, Param, Post, Req, Res } from '@nestjs/common';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { actorOf, Problem } from '#platform';
import { Button, InsetText, Site } from '#ui';
import { conferencePath } from '../../catalogue/addresses.js';
import { guestLinkPath } from '../addresses.js';
import { UseGuestLink, type GuestLink } from '../use-guest-link.js';

/** A guest's mailed link. Opening it does nothing, as programs open links; its button goes on. */
@Controller('conference/guests')
export class GuestLinkPage {
  constructor(
    private readonly site: Site,
    private readonly links: UseGuestLink,
  ) {}

  @Get(':secret')
  async show(@Param('secret') secret: string, @Req() request: FastifyRequest, @Res() reply: FastifyReply) {
    const link = await this.links.read(secret);
    if (link.path !== null) return this.site.redirect(reply, link.path);
    return this.send(request, reply, link, secret, null);
  }

  @Post(':secret')
  async use(@Param('secret') secret: string, @Req() request: FastifyRequest, @Res() reply: FastifyReply) {
    try {
      return this.site.redirect(reply, await this.links.use(actorOf(request), secret));
    } catch (error) {
      // Full meanwhile, or not on sale any more: said where they asked, with the way back.
      if (!(error instanceof Problem) || ![409, 422].includes(error.status)) throw error;
      return this.send(request, reply, await this.links.read(secret), secret, error);
    }
  }

  private send(
    request: FastifyRequest,
    reply: FastifyReply,
    link: GuestLink,
    secret: string,
    problem: Problem | null,
  ) {
    return this.site.send(
      request,
      reply,
      {
        title: problem === null ? 'Go on with your booking' : 'This cannot be booked',
        noIndex: true,
        main: <GuestLinkView link={link} secret={secret} problem={problem} />,
      },
      problem?.status ?? 200,
    );
  }
}

interface GuestLinkViewProps {
  readonly link: GuestLink;
  readonly secret: string;
  readonly problem: Problem | null;
}

function GuestLinkView({ link: { guest, conference }, secret, problem }: GuestLinkViewProps) {
  const isWaiting = guest.wanted.kind === 'wait';
  return (
    <>
      <span class="govuk-caption-l">{conference.title}</span>
      <h1 class="govuk-heading-l">{problem === null ? `Welcome, ${guest.name}` : 'That did not work'}</h1>
      {problem !== null && <InsetText>{problem.detail}</InsetText>}
      <p class="govuk-body">
        {isWaiting
          ? 'Press the button to confirm that this is your address, and to join the waiting list.'
          : 'Press the button to confirm that this is your address. We then keep your places while you fill in who is coming.'}
      </p>
      <form method="post" action={guestLinkPath(secret)}>
        <Button preventDoubleClick>
          {problem !== null ? 'Try again' : isWaiting ? 'Join the waiting list' : 'Keep my places and go on'}
        </Button>
      </form>
      {problem !== null && (
        <p class="govuk-body">
          <a class="govuk-link" href={conferencePath(conference.slug)}>
            Look what there is at the moment
          </a>
        </p>
      )}
    </>
  );
}
