import { Controller, Get, Param, Req, Res } from '@nestjs/common';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { BackLink, dateInWords, Site, SummaryList } from '#ui';
import { ownCertificatePath } from '../certificates/addresses.js';
import { attendedInWords } from '../certificates/in-words.js';
import { ReadCertificates, type Certificate } from '../certificates/read-certificates.js';
import { ownFeedbackPath } from '../feedback/addresses.js';
import { KeepOwnFeedback, type OwnFeedback } from '../feedback/own-feedback.js';
import { ownNotePath } from '../learning-notes/addresses.js';
import { noteStatusWords } from '../learning-notes/in-words.js';
import { KeepOwnNote, type OwnNote } from '../learning-notes/own-note.js';
import { ownTravelPath } from '../travellers/addresses.js';

/** What a traveller has and does once they are back, by their own link. */
@Controller('visits/travellers/:secret/afterwards')
export class OwnAfterwardsPage {
  constructor(
    private readonly site: Site,
    private readonly feedback: KeepOwnFeedback,
    private readonly notes: KeepOwnNote,
    private readonly certificates: ReadCertificates,
  ) {}

  @Get()
  async show(@Param('secret') secret: string, @Req() request: FastifyRequest, @Res() reply: FastifyReply) {
    const feedback = await this.feedback.of(secret);
    const note = await this.notes.of(secret);
    const certificate = await this.certificates.own(secret);
    const { title } = feedback.visit;
    return this.site.send(request, reply, {
      title: `After the visit: ${title}`,
      noIndex: true,
      before: <BackLink href={ownTravelPath(secret)}>{title}</BackLink>,
      main: <OwnAfterwards secret={secret} feedback={feedback} note={note} certificate={certificate} />,
    });
  }
}

interface OwnAfterwardsProps {
  readonly secret: string;
  readonly feedback: OwnFeedback;
  readonly note: OwnNote;
  readonly certificate: Certificate | null;
}

function OwnAfterwards({ secret, feedback, note, certificate }: OwnAfterwardsProps) {
  return (
    <>
      <span class="govuk-caption-xl">{feedback.visit.title}</span>
      <h1 class="govuk-heading-xl">After the visit</h1>
      <SummaryList
        rows={[
          {
            key: (
              <a class="govuk-link" href={ownFeedbackPath(secret)}>
                How it was
              </a>
            ),
            value: feedbackState(feedback),
          },
          {
            key: (
              <a class="govuk-link" href={ownNotePath(secret)}>
                What you learned
              </a>
            ),
            value: note.note === null ? 'Nothing written yet' : noteStatusWords[note.note.status],
          },
          {
            key:
              certificate === null ? (
                'Your certificate'
              ) : (
                <a class="govuk-link" href={ownCertificatePath(secret)} download>
                  Your certificate (PDF)
                </a>
              ),
            value:
              certificate === null
                ? 'It will be here once the visit is over.'
                : `${attendedInWords(certificate.row)}. Number ${certificate.row.number}`,
          },
        ]}
      />
    </>
  );
}

function feedbackState({ window, answer, from, until }: OwnFeedback): string {
  if (window === 'not-yet') return `From ${dateInWords(from)} on`;
  if (window === 'closed') return `Could be said until ${dateInWords(until)}`;
  return answer === null
    ? `To be said until ${dateInWords(until)}`
    : `You have told us. You can change it until ${dateInWords(until)}`;
}
