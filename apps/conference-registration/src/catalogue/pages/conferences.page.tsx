import { Controller, Get, Req, Res } from '@nestjs/common';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { Site } from '#ui';

const path = '/conference';

/** The conferences that are announced. */
@Controller('conference')
export class ConferencesPage {
  constructor(private readonly site: Site) {}

  @Get()
  show(@Req() request: FastifyRequest, @Res() reply: FastifyReply) {
    return this.site.sendPublic(request, reply, () =>
      Promise.resolve({
        title: 'Conferences',
        description: 'The network’s conferences: what they are about, and how to book.',
        canonical: this.site.absolute(path),
        main: <ConferencesView />,
      }),
    );
  }
}

function ConferencesView() {
  return (
    <>
      <h1 class="govuk-heading-xl">Conferences</h1>
      <p class="govuk-body">No conference is announced at the moment.</p>
    </>
  );
}
