import { Controller, Get, Param, Post, Req, Res } from '@nestjs/common';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { actorOf, dateOf, Problem } from '#platform';
import { Button, InsetText, moneyInWords, momentInWords, plural, Site, SummaryList, WarningText } from '#ui';
import { ConferenceFrame } from '../../conferences/pages/conference-frame.js';
import type { ConferenceRow } from '../../conferences/conference.entity.js';
import { StaffConferences } from '../../conferences/staff-conferences.js';
import { conferenceStatusPath, manageConferencePath } from '../../manage/addresses.js';
import { CancelAll, type CancellationProgress } from './cancel-all.js';

/** Cancels all bookings of a conference that does not take place, and says how far that is. */
@Controller('conference/manage/:id/cancel-bookings')
export class CancelAllPage {
  constructor(
    private readonly site: Site,
    private readonly conferences: StaffConferences,
    private readonly cancelAll: CancelAll,
  ) {}

  @Get()
  async show(@Param('id') id: string, @Req() request: FastifyRequest, @Res() reply: FastifyReply) {
    const conference = await this.conferences.read(id);
    const progress = await this.cancelAll.progress(conference.id);
    return this.site.send(request, reply, {
      title: `Cancel all bookings: ${conference.title}`,
      noIndex: true,
      main: (
        <ConferenceFrame conference={conference} heading="Cancel all bookings">
          <State conference={conference} progress={progress} />
        </ConferenceFrame>
      ),
    });
  }

  @Post()
  async start(@Param('id') id: string, @Req() request: FastifyRequest, @Res() reply: FastifyReply) {
    const conference = await this.conferences.read(id);
    const path = manageConferencePath(conference.id, 'cancel-bookings');
    try {
      await this.cancelAll.ask(actorOf(request), conference.id);
    } catch (error) {
      if (!(error instanceof Problem) || error.status !== 409) throw error;
      return this.site.redirect(reply, path, { type: 'important', text: error.detail });
    }
    return this.site.redirect(reply, path, {
      type: 'success',
      text: 'All bookings are being cancelled. You can leave this page: it goes on by itself.',
    });
  }
}

interface StateProps {
  readonly conference: ConferenceRow;
  readonly progress: CancellationProgress;
}

function State({ conference, progress }: StateProps) {
  if (progress.askedAt !== null) return <Progress conference={conference} progress={progress} />;
  if (conference.status !== 'cancelled') {
    return (
      <p class="govuk-body">
        This is for a conference that is cancelled.{' '}
        <a class="govuk-link" href={conferenceStatusPath(conference.id, 'cancelled')}>
          Cancel the conference first
        </a>
        , with the reason that everybody reads.
      </p>
    );
  }
  if (progress.left === 0) return <p class="govuk-body">There is no booking to cancel.</p>;
  return (
    <>
      <p class="govuk-body">
        {plural(progress.left, 'booking')} {progress.left === 1 ? 'is' : 'are'} still there. Cancelling them
      </p>
      <ul class="govuk-list govuk-list--bullet">
        <li>
          credits all that was invoiced for the places that are still booked, whatever the refund rules say;
          what was kept of places that were cancelled before stays
        </li>
        <li>takes every place back; nobody who waits is offered it</li>
        <li>
          writes to whoever booked, with the credit note, and to each delegate, whose calendar it leaves
        </li>
      </ul>
      <WarningText>This cannot be undone.</WarningText>
      <form method="post" action={manageConferencePath(conference.id, 'cancel-bookings')}>
        <Button classes="govuk-button--warning" preventDoubleClick>
          Cancel {plural(progress.left, 'booking')}
        </Button>
      </form>
    </>
  );
}

function Progress({ conference, progress }: StateProps) {
  const { askedAt, isDone, cancelled, left, creditedPence } = progress;
  return (
    <>
      <InsetText>
        {isDone ? (
          <strong>All bookings are cancelled.</strong>
        ) : (
          <>
            <strong>Bookings are being cancelled.</strong>{' '}
            <a class="govuk-link" href={manageConferencePath(conference.id, 'cancel-bookings')}>
              See how far it is now
            </a>
          </>
        )}
      </InsetText>
      <SummaryList
        rows={[
          askedAt !== null && { key: 'Begun', value: momentInWords(dateOf(askedAt)) },
          { key: 'Cancelled', value: plural(cancelled, 'booking') },
          { key: 'Still to do', value: plural(left, 'booking') },
          { key: 'Credited', value: `${moneyInWords(creditedPence)}, VAT included` },
        ]}
      />
    </>
  );
}
