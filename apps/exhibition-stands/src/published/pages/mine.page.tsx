import { Controller, Get, Req, Res } from '@nestjs/common';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { BackLink, Site } from '#ui';
import { standsPath } from '../../exhibitions/addresses.js';
import { whenOf, whereOf } from '../../team/exhibition-words.js';
import { TeamLinks } from '../../team/team-links.js';
import { ReadOwnShifts, type OwnStand } from '../read-own-shifts.js';
import { YourShifts } from './your-shifts.js';

/** All stands at which whoever is signed in helps, with their shifts there. */
@Controller('stands/mine')
export class MinePage {
  constructor(
    private readonly site: Site,
    private readonly own: ReadOwnShifts,
    private readonly links: TeamLinks,
  ) {}

  @Get()
  async show(@Req() request: FastifyRequest, @Res() reply: FastifyReply) {
    const stands = await this.own.ofPerson(request.identity.personId ?? '');
    return this.site.send(request, reply, {
      title: 'Your stands and shifts',
      noIndex: true,
      before: <BackLink href={standsPath}>Stands</BackLink>,
      main: (
        <>
          <h1 class="govuk-heading-xl">Your stands and shifts</h1>
          {stands.length === 0 ? (
            <p class="govuk-body">
              You help at no stand at the moment. When you are asked to, the stand is here, and your shifts
              once they are settled.
            </p>
          ) : (
            stands.map((stand) => <Stand stand={stand} ownPath={this.links.pathFor(stand.member)} />)
          )}
        </>
      ),
    });
  }
}

function Stand({ stand, ownPath }: { readonly stand: OwnStand; readonly ownPath: string }) {
  const { exhibition, shifts } = stand;
  return (
    <article aria-labelledby={`stand-${exhibition.id}`}>
      <h2 class="govuk-heading-l" id={`stand-${exhibition.id}`}>
        {exhibition.title}
      </h2>
      <p class="govuk-body">
        {whenOf(exhibition)}
        <br />
        {whereOf(exhibition)}
      </p>
      <YourShifts stand={stand} secret={null} heading="h3" />
      {shifts.length === 0 && <p class="govuk-body">You have no shifts there yet.</p>}
      <p class="govuk-body">
        <a class="govuk-link" href={ownPath}>
          Your page for {exhibition.title}
        </a>
        : when you can come, your calendar file, and changes
      </p>
    </article>
  );
}
