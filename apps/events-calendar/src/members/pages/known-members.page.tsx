import { Controller, Get, Post, Req, Res } from '@nestjs/common';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { BackLink, Button, momentInWords, numberInWords, Site, SummaryList } from '#ui';
import { managePath } from '../../managing/addresses.js';
import { CountKnown, type Known } from '../count-known.js';
import { RequestReplay } from '../request-replay.js';

const path = `${managePath}/members`;

/** What the calendar has been told of people and organisations, and a way to be told all of it again. */
@Controller('calendar/manage/members')
export class KnownMembersPage {
  constructor(
    private readonly site: Site,
    private readonly known: CountKnown,
    private readonly replay: RequestReplay,
  ) {}

  @Get()
  async show(@Req() request: FastifyRequest, @Res() reply: FastifyReply) {
    const known = await this.known.count();
    return this.site.send(request, reply, {
      title: 'What the calendar knows of members',
      noIndex: true,
      before: <BackLink href={managePath}>Manage the calendar</BackLink>,
      main: <KnownMembersView known={known} />,
    });
  }

  @Post()
  async ask(@Req() request: FastifyRequest, @Res() reply: FastifyReply) {
    const isNew = await this.replay.run(request.id);
    return this.site.redirect(reply, path, {
      type: 'success',
      text: isNew
        ? 'Asked. The numbers below follow as the answers arrive, usually within seconds.'
        : 'It has been asked for already, and the question is still on its way.',
    });
  }
}

function KnownMembersView({ known }: { readonly known: Known }) {
  return (
    <>
      <h1 class="govuk-heading-xl">What the calendar knows of members</h1>
      <p class="govuk-body">
        The calendar keeps a small copy of who sits on which board and belongs to which organisation. People’s
        own feeds show what that allows. The members’ part of this site tells it of every change.
      </p>
      <SummaryList
        rows={[
          { key: 'People', value: numberInWords(known.people) },
          { key: 'Organisations', value: numberInWords(known.organisations) },
          {
            key: 'Last told',
            value: known.lastToldAt === null ? 'not lately' : momentInWords(known.lastToldAt),
          },
        ]}
      />
      <p class="govuk-body">
        If something is missing here although it is right with the members, ask for all of it again. Nothing
        is lost by that.
      </p>
      {known.isAsking && <p class="govuk-body">A request is on its way at the moment.</p>}
      <form method="post" action={path}>
        <Button classes="govuk-button--secondary" preventDoubleClick>
          Ask for all of it again
        </Button>
      </form>
    </>
  );
}
