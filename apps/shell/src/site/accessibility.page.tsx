import { Controller, Get, Req, Res } from '@nestjs/common';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { Site } from '#ui';

/** Public-sector sites in the UK say how accessible they are and whom to tell of a barrier. */
@Controller('accessibility')
export class AccessibilityPage {
  constructor(private readonly site: Site) {}

  @Get()
  show(@Req() request: FastifyRequest, @Res() reply: FastifyReply) {
    return this.site.send(request, reply, {
      title: 'Accessibility',
      description: 'How accessible this site is, and what to do when something stands in your way.',
      canonical: this.site.absolute('/accessibility'),
      main: (
        <>
          <h1 class="govuk-heading-l">Accessibility</h1>
          <p class="govuk-body">
            Everybody in the network should be able to use this site. It is built to the Web Content
            Accessibility Guidelines 2.2, level AA. You can:
          </p>
          <ul class="govuk-list govuk-list--bullet">
            <li>zoom to 400% without having to scroll sideways</li>
            <li>do everything with a keyboard alone</li>
            <li>listen to it with a screen reader</li>
            <li>use it without JavaScript</li>
            <li>read it in a dark colour scheme, if your device asks for one</li>
          </ul>
          <h2 class="govuk-heading-m">Tell us when something stands in your way</h2>
          <p class="govuk-body">
            Write to the network’s staff and say which page it was, what you wanted to do and what you use to
            browse. We will give you what you need in another form and put the page right.
          </p>
        </>
      ),
    });
  }
}
