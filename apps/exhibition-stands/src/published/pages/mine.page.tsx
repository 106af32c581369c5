import { Controller, Get, Req, Res } from '@nestjs/common';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { BackLink, Site } from '#ui';
import { standsPath } from '../../exhibitions/addresses.js';
import { whenOf, whereOf } from '../../team/exhibition-words.js';
import { YourSwaps } from '../../swaps/pages/your-swaps.js';
import { ReadSwaps, type OwnSwaps } from '../../swaps/read-swaps.js';
import { ownPath } from '../../team/addresses.js';
import { TeamLinks } from '../../team/team-links.js';
import { ReadOwnShifts, type OwnStand } from '../read-own-shifts.js';
import { YourShifts } from './your-shifts.js';

/** All stands at which whoever is signed in helps, with their shifts there. */
@Controller('stands/mine')
export class MinePage {
  constructor(
    private readonly site: Site,
    private readonly own: ReadOwnShifts,
    private readonly swaps: ReadSwaps,
    private readonly links: TeamLinks,
  ) {}

  @Get()
  async show(@Req() request: FastifyRequest, @Res() reply: FastifyReply) {
    const own = await this.own.ofPerson(request.identity.personId ?? '');
    const stands = await Promise.all(
      own.map(async (stand) => ({
        stand,
        swaps: await this.swaps.ofMember(stand.member, stand.exhibition),
      })),
    );
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
            stands.map(({ stand, swaps }) => (
              <Stand stand={stand} swaps={swaps} secret={this.links.secretFor(stand.member)} />
            ))
          )}
        </>
      ),
    });
  }
}

interface StandProps {
  readonly stand: OwnStand;
  readonly swaps: OwnSwaps;
  /** Of their own link. */
  readonly secret: string;
}

function Stand({ stand, swaps, secret }: StandProps) {
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
      <YourShifts stand={stand} secret={null} swapBy={secret} heading="h3" />
      <YourSwaps own={swaps} secret={secret} heading="h3" />
      {shifts.length === 0 && <p class="govuk-body">You have no shifts there yet.</p>}
      <p class="govuk-body">
        <a class="govuk-link" href={ownPath(secret)}>
          Your page for {exhibition.title}
        </a>
        : when you can come, your calendar file, and changes.
      </p>
    </article>
  );
}
