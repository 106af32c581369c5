import { Body, Controller, Get, Inject, Param, Post, Req, Res } from '@nestjs/common';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { Problem } from '#platform';
import { BackLink, Site, submittedValues, textIn, type Notice } from '#ui';
import { FindDoubleBookings } from '../../double-bookings/find-double-bookings.js';
import { ReadReferences } from '../../references/read-references.js';
import { RemindReferee } from '../../references/remind-referee.js';
import { CLOCK, type Clock } from '../../tokens.js';
import { applicationPath, applicationsPath } from '../addresses.js';
import { OpenApplication } from '../open-application.js';
import { SaveAccess } from '../save-access.js';
import { SendLink } from '../send-link.js';
import { ApplicationView } from './application.view.js';

/** One application, for staff: all of it but what the applicant needs, which is kept apart. */
@Controller('visits/manage/:id/applications/:applicationId')
export class ApplicationPage {
  constructor(
    private readonly site: Site,
    private readonly applications: OpenApplication,
    private readonly access: SaveAccess,
    private readonly references: ReadReferences,
    private readonly doubleBookings: FindDoubleBookings,
    private readonly remindReferee: RemindReferee,
    private readonly sendLink: SendLink,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  @Get()
  async show(
    @Param('id') visitId: string,
    @Param('applicationId') applicationId: string,
    @Req() request: FastifyRequest,
    @Res() reply: FastifyReply,
  ) {
    const { row, visit } = await this.applications.read({ visitId, applicationId });
    const others = (await this.doubleBookings.of(visit, [row])).get(row.id) ?? [];
    return this.site.send(request, reply, {
      title: `${row.name}: ${visit.title}`,
      noIndex: true,
      before: <BackLink href={applicationsPath(visit.id)}>Applications</BackLink>,
      main: (
        <ApplicationView
          row={row}
          visit={visit}
          isAccessSaid={await this.access.isSaid(row)}
          others={row.status === 'withdrawn' ? [] : others}
          references={await this.references.of(row.id)}
          now={this.clock()}
        />
      ),
    });
  }

  @Post('link')
  async link(
    @Param('id') visitId: string,
    @Param('applicationId') applicationId: string,
    @Req() request: FastifyRequest,
    @Res() reply: FastifyReply,
  ) {
    const isSent = await this.sendLink.run({ visitId, applicationId }, request.id);
    return this.back(reply, visitId, applicationId, {
      type: isSent ? 'success' : 'important',
      text: isSent
        ? 'The link is sent.'
        : 'The link was not sent: they have no address, or it was sent within the last ten minutes.',
    });
  }

  @Post('remind')
  async remind(
    @Param('id') visitId: string,
    @Param('applicationId') applicationId: string,
    @Body() body: unknown,
    @Req() request: FastifyRequest,
    @Res() reply: FastifyReply,
  ) {
    const referenceId = textIn(submittedValues(body), 'reference');
    try {
      const isDone = await this.remindReferee.run({ visitId, applicationId }, referenceId, request.id);
      return this.back(reply, visitId, applicationId, {
        type: isDone ? 'success' : 'important',
        text: isDone
          ? 'The reminder is sent.'
          : 'They have answered, or were written to within the last hour.',
      });
    } catch (error) {
      if (!(error instanceof Problem) || error.status !== 409) throw error;
      return this.back(reply, visitId, applicationId, { type: 'important', text: error.detail });
    }
  }

  private back(reply: FastifyReply, visitId: string, applicationId: string, notice: Notice) {
    return this.site.redirect(reply, applicationPath(visitId, applicationId), notice);
  }
}
