import { Body, Controller, Get, Param, Post, Query, Req, Res } from '@nestjs/common';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { actorOf, Problem, type SentQuery } from '#platform';
import { sendSheet, sheetFormatOf } from '#sheets';
import {
  allValues,
  BackLink,
  form,
  pickFields,
  plural,
  refusedFields,
  Site,
  submittedValues,
  textIn,
  type Form,
} from '#ui';
import { ConferenceFrame } from '../../../conferences/pages/conference-frame.js';
import { StaffConferences } from '../../../conferences/staff-conferences.js';
import { manageConferencePath, managePath } from '../../../manage/addresses.js';
import { decisions } from '../decision.js';
import { DecideApplications, type DecidedBooking } from '../decide-applications.js';
import { ReadApplications } from '../read-applications.js';
import { applicationsSheet } from './applications-sheet.js';
import { ApplicationsView } from './applications.view.js';
import { DecideView } from './decide.view.js';

const names = ['delegate', 'decision', 'reason'];

const done = {
  accept: 'accepted: they have their places, and have been told',
  reserve: 'on the reserve, and told so',
  decline: 'declined, and told why',
} as const;

/** Applications that wait to be decided. First some are chosen, then it is said what becomes of them and why. */
@Controller('conference/manage/:id/applications')
export class ApplicationsPage {
  constructor(
    private readonly site: Site,
    private readonly conferences: StaffConferences,
    private readonly applications: ReadApplications,
    private readonly decideApplications: DecideApplications,
  ) {}

  @Get()
  async show(@Param('id') id: string, @Req() request: FastifyRequest, @Res() reply: FastifyReply) {
    const conference = await this.conferences.read(id);
    const applications = await this.applications.of(id);
    return this.site.send(request, reply, {
      title: `Applications: ${conference.title}`,
      noIndex: true,
      before: <BackLink href={managePath}>Manage conferences</BackLink>,
      main: (
        <ConferenceFrame conference={conference} heading="Applications" current="applications">
          <ApplicationsView conference={conference} applications={applications} />
        </ConferenceFrame>
      ),
    });
  }

  @Get('export.:format')
  async export(@Param('id') id: string, @Param('format') asked: string, @Res() reply: FastifyReply) {
    const format = sheetFormatOf(asked);
    const { title, zone } = await this.conferences.read(id);
    const sheet = applicationsSheet(`Applications, ${title}`, zone, await this.applications.of(id));
    return sendSheet(reply, sheet, format);
  }

  @Get('decide')
  async ask(
    @Param('id') id: string,
    @Query() query: SentQuery,
    @Req() request: FastifyRequest,
    @Res() reply: FastifyReply,
  ) {
    const delegate = [query['delegate'] ?? []].flat();
    if (delegate.length === 0) {
      const notice = { type: 'important', text: 'Choose at least one application.' } as const;
      return this.site.redirect(reply, manageConferencePath(id, 'applications'), notice);
    }
    return this.sendForm(request, reply, id, form({ delegate }));
  }

  @Post('decide')
  async decide(
    @Param('id') id: string,
    @Body() body: unknown,
    @Req() request: FastifyRequest,
    @Res() reply: FastifyReply,
  ) {
    const values = pickFields(submittedValues(body), names);
    const decision = textIn(values, 'decision');
    await this.conferences.read(id);
    try {
      const decided = await this.decideApplications.run(actorOf(request), id, {
        delegateIds: allValues(values, 'delegate'),
        decision,
        reason: textIn(values, 'reason'),
      });
      const text = doneInWords(decided, decision);
      return this.site.redirect(reply, manageConferencePath(id, 'applications'), { type: 'success', text });
    } catch (error) {
      const isRefused = error instanceof Problem && error.status === 409;
      const errors = isRefused
        ? [{ field: '', message: refusalForStaff(error) }]
        : refusedFields(error, names);
      return this.sendForm(request, reply, id, form(values, errors), isRefused ? 409 : 422);
    }
  }

  private async sendForm(
    request: FastifyRequest,
    reply: FastifyReply,
    id: string,
    shown: Form,
    status = shown.errors.length > 0 ? 422 : 200,
  ) {
    const conference = await this.conferences.read(id);
    const ids = allValues(shown.values, 'delegate');
    const chosen = (await this.applications.of(id)).filter(({ delegateId }) => ids.includes(delegateId));
    if (chosen.length === 0) {
      const text = 'It has been decided about these applications already.';
      return this.site.redirect(reply, manageConferencePath(id, 'applications'), { type: 'important', text });
    }
    const page = {
      title: `Decide: ${conference.title}`,
      noIndex: true,
      hasErrors: shown.errors.length > 0,
      before: <BackLink href={manageConferencePath(id, 'applications')}>Applications</BackLink>,
      main: <DecideView conference={conference} chosen={chosen} form={shown} />,
    };
    return this.site.send(request, reply, page, status);
  }
}

/** Why they cannot be accepted; whoever books is told something else to do about it than whoever decides. */
function refusalForStaff({ code, detail }: Problem): string {
  const limit = /“([^”]+)”/.exec(detail)?.[1];
  const instead = 'Accept fewer, put them on the reserve, or give it more places.';
  if (limit !== undefined && (code === 'sold-out' || code === 'organisation-limit')) {
    return `There is no room for all of them in “${limit}”, so nobody is accepted. ${instead}`;
  }
  if (limit !== undefined && code === 'queue-first') {
    return `People on the waiting list come first for “${limit}”, so nobody is accepted. ${instead}`;
  }
  return detail;
}

function doneInWords(decided: readonly DecidedBooking[], decision: string): string {
  const number = decided.reduce((sum, { delegates }) => sum + delegates.length, 0);
  const known = decisions.find((each) => each === decision);
  if (number === 0 || known === undefined) return 'It had been decided about these applications already.';
  return `${plural(number, 'application')} ${done[known]}.`;
}
