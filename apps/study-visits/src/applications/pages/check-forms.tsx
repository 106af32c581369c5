import { Inject, Injectable } from '@nestjs/common';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { Problem } from '#platform';
import {
  BackLink,
  Button,
  ErrorSummary,
  HiddenFields,
  Site,
  SummaryList,
  readVersion,
  submittedValues,
} from '#ui';
import { ReadReferences } from '../../references/read-references.js';
import { CLOCK, type Clock } from '../../tokens.js';
import type { ApplicationRow } from '../application.entity.js';
import { applyWindow } from '../domain/apply-window.js';
import { stillMissing } from '../domain/completeness.js';
import { OpenApplication } from '../open-application.js';
import { SaveAccess } from '../save-access.js';
import { SubmitApplication } from '../submit-application.js';
import { AboutSummary } from './about-summary.js';
import type { ApplicationPlace } from './application-place.js';
import { AnswerSummary, Deadline, ReferenceList } from './overview.view.js';

/** The last step: all answers to look through, and the button that submits them. */
@Injectable()
export class CheckForms {
  constructor(
    private readonly site: Site,
    private readonly applications: OpenApplication,
    private readonly access: SaveAccess,
    private readonly references: ReadReferences,
    private readonly submit: SubmitApplication,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  async show(request: FastifyRequest, reply: FastifyReply, place: ApplicationPlace) {
    const { row, viewer } = await this.applications.read(place.who);
    if (row.status !== 'draft' || viewer !== 'applicant') return this.site.redirect(reply, place.path());
    return this.send(request, reply, place, null);
  }

  async save(request: FastifyRequest, reply: FastifyReply, place: ApplicationPlace) {
    const version = readVersion(submittedValues(request.body)) ?? 0;
    try {
      await this.submit.run(place.who, version, request.id);
    } catch (error) {
      if (!(error instanceof Problem) || (error.status !== 409 && error.status !== 422)) throw error;
      return this.send(request, reply, place, error);
    }
    return this.site.redirect(reply, place.path(), {
      type: 'success',
      text: 'Thank you: your application has reached us.',
    });
  }

  private async send(
    request: FastifyRequest,
    reply: FastifyReply,
    place: ApplicationPlace,
    problem: Problem | null,
  ) {
    const { row, visit } = await this.applications.read(place.who);
    const window = applyWindow(visit, this.clock());
    const page = {
      title: `Check your answers: ${visit.title}`,
      noIndex: true,
      hasErrors: problem !== null,
      before: <BackLink href={place.path()}>Your application</BackLink>,
      main: (
        <>
          {problem !== null && <Refusal problem={problem} row={row} place={place} />}
          <span class="govuk-caption-xl">{visit.title}</span>
          <h1 class="govuk-heading-xl">Check your answers</h1>
          <Deadline visit={visit} window={window} />
          <AboutSummary row={row} changePath={place.path('about')} />
          <AnswerSummary row={row} place={place} />
          <h2 class="govuk-heading-m">Besides</h2>
          <SummaryList
            rows={[
              {
                key: 'What you need',
                value: (await this.access.isSaid(row)) ? 'You have told us' : 'Nothing told',
                actions: {
                  items: [
                    { href: place.path('access'), text: 'Change', visuallyHiddenText: 'what you need' },
                  ],
                },
              },
              {
                key: 'References',
                value: <ReferenceList references={await this.references.of(row.id)} />,
                actions: {
                  items: [
                    { href: place.path('reference'), text: 'Change', visuallyHiddenText: 'whom you ask' },
                  ],
                },
              },
            ]}
          />
          {window === 'open' && row.status === 'draft' && (
            <>
              <h2 class="govuk-heading-m">Submit it</h2>
              <p class="govuk-body">
                Your answers stay as they are from then on. Staff and those who choose read them; what you
                need, only staff who plan the visit.
              </p>
              <form method="post" action={place.path('check')}>
                <HiddenFields values={{ version: String(row.version) }} />
                <Button preventDoubleClick>Submit your application</Button>
              </form>
            </>
          )}
        </>
      ),
    };
    return this.site.send(request, reply, page, problem?.status ?? 200);
  }
}

interface RefusalProps {
  readonly problem: Problem;
  readonly row: ApplicationRow;
  readonly place: ApplicationPlace;
}

/** Why it was not submitted: each step that is missing leads to itself. */
function Refusal({ problem, row, place }: RefusalProps) {
  if (problem.code === 'edited-meanwhile') {
    return (
      <ErrorSummary
        titleText="This was changed after you checked it"
        errorList={[
          {
            text: 'It was changed in another window, or by a colleague. Look through it as it is now, then submit it.',
          },
        ]}
      />
    );
  }
  const missing = problem.status === 422 ? stillMissing(row) : [];
  return (
    <ErrorSummary
      titleText={problem.status === 422 ? 'Something is still to do' : 'It was not submitted'}
      errorList={
        missing.length === 0
          ? [{ text: problem.detail }]
          : missing.map(({ field, message }) => ({ text: message, href: place.path(field) }))
      }
    />
  );
}
