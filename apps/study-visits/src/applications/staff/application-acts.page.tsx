import { Controller, Get, Param, Post, Req, Res } from '@nestjs/common';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { actorOf, Problem } from '#platform';
import {
  Checkboxes,
  field,
  form,
  Input,
  pickFields,
  Radios,
  readVersion,
  refusedFields,
  sendForm,
  Site,
  submittedValues,
  textIn,
  type Form,
  type SentForm,
} from '#ui';
import { applicationPath } from '../addresses.js';
import type { ApplicationRow } from '../application.entity.js';
import { CorrectApplication, correctionNames } from '../correct-application.js';
import { applicationKinds } from '../domain/application.js';
import { kindWords } from '../in-words.js';
import { OpenApplication } from '../open-application.js';
import { PutInApplication } from '../put-in-application.js';
import { WithdrawApplication } from '../withdraw-application.js';

type Act = 'correct' | 'put-in' | 'withdraw';

/** What staff do with an application, each on a page of its own: put right what it counts as, put it in, withdraw it. */
@Controller('visits/manage/:id/applications/:applicationId')
export class ApplicationActsPage {
  constructor(
    private readonly site: Site,
    private readonly applications: OpenApplication,
    private readonly correction: CorrectApplication,
    private readonly putInApplication: PutInApplication,
    private readonly withdrawApplication: WithdrawApplication,
  ) {}

  @Get('correct')
  async showCorrect(
    @Param('id') visitId: string,
    @Param('applicationId') applicationId: string,
    @Req() request: FastifyRequest,
    @Res() reply: FastifyReply,
  ) {
    const { row } = await this.applications.read({ visitId, applicationId });
    return this.ask(request, reply, visitId, row, 'correct', form(correctionOf(row)));
  }

  @Post('correct')
  correct(
    @Param('id') visitId: string,
    @Param('applicationId') applicationId: string,
    @Req() request: FastifyRequest,
    @Res() reply: FastifyReply,
  ) {
    const sent = submittedValues(request.body);
    const values = pickFields(sent, correctionNames);
    const correction = {
      organisationName: textIn(values, 'organisationName'),
      kind: textIn(values, 'kind'),
      isNewcomer: textIn(values, 'isNewcomer') === 'yes',
    };
    const seen = { id: applicationId, version: readVersion(sent) ?? 0 };
    const work = () => this.correction.run(actorOf(request), visitId, seen, correction);
    return this.done(request, reply, visitId, applicationId, {
      act: 'correct',
      sent: form(values),
      names: correctionNames,
      work,
      text: 'It is put right.',
    });
  }

  @Get('put-in')
  async showPutIn(
    @Param('id') visitId: string,
    @Param('applicationId') applicationId: string,
    @Req() request: FastifyRequest,
    @Res() reply: FastifyReply,
  ) {
    const { row } = await this.applications.read({ visitId, applicationId });
    return this.ask(request, reply, visitId, row, 'put-in', form());
  }

  @Post('put-in')
  putIn(
    @Param('id') visitId: string,
    @Param('applicationId') applicationId: string,
    @Req() request: FastifyRequest,
    @Res() reply: FastifyReply,
  ) {
    const values = pickFields(submittedValues(request.body), ['reason']);
    const work = () =>
      this.putInApplication.run(actorOf(request), visitId, applicationId, textIn(values, 'reason'));
    return this.done(request, reply, visitId, applicationId, {
      act: 'put-in',
      sent: form(values),
      names: ['reason'],
      work,
      text: 'The application is put in, and its history says so.',
    });
  }

  @Get('withdraw')
  async showWithdraw(
    @Param('id') visitId: string,
    @Param('applicationId') applicationId: string,
    @Req() request: FastifyRequest,
    @Res() reply: FastifyReply,
  ) {
    const { row } = await this.applications.read({ visitId, applicationId });
    return this.ask(request, reply, visitId, row, 'withdraw', form());
  }

  @Post('withdraw')
  withdraw(
    @Param('id') visitId: string,
    @Param('applicationId') applicationId: string,
    @Req() request: FastifyRequest,
    @Res() reply: FastifyReply,
  ) {
    const work = () =>
      this.withdrawApplication.run(
        { visitId, applicationId },
        { actor: actorOf(request), correlationId: request.id },
      );
    return this.done(request, reply, visitId, applicationId, {
      act: 'withdraw',
      sent: form(),
      names: [],
      work,
      text: 'The application is withdrawn.',
    });
  }

  private async done(
    request: FastifyRequest,
    reply: FastifyReply,
    visitId: string,
    applicationId: string,
    { act, sent, names, work, text }: Doing,
  ) {
    try {
      await work();
    } catch (error) {
      const { row } = await this.applications.read({ visitId, applicationId });
      if (error instanceof Problem && error.status === 409) {
        const shown = form(sent.values, [{ field: '', message: error.detail }]);
        return this.ask(request, reply, visitId, row, act, shown, 409);
      }
      // What no control of the page has is about the draft: which step is missing.
      const shown = form(sent.values, refusedFields(error, names));
      return this.ask(request, reply, visitId, row, act, shown, 422);
    }
    return this.site.redirect(reply, applicationPath(visitId, applicationId), { type: 'success', text });
  }

  private ask(
    request: FastifyRequest,
    reply: FastifyReply,
    visitId: string,
    row: ApplicationRow,
    act: Act,
    shown: Form,
    status = 200,
  ) {
    const page: SentForm = {
      ...wordsOf(row, act),
      back: applicationPath(visitId, row.id),
      backText: row.name,
      action: applicationPath(visitId, row.id, act),
      form: shown,
      hidden: { version: String(row.version) },
      cancelLabel: 'Leave it as it is',
      children: <Fields act={act} form={shown} />,
    };
    return sendForm(this.site, request, reply, page, status);
  }
}

interface Doing {
  readonly act: Act;
  readonly sent: Form;
  readonly names: readonly string[];
  readonly work: () => Promise<void>;
  /** What is said when it is done. */
  readonly text: string;
}

const correctionOf = (row: ApplicationRow) => ({
  organisationName: row.organisationName ?? '',
  kind: row.kind,
  isNewcomer: row.isNewcomer ? 'yes' : '',
});

function wordsOf({ name }: ApplicationRow, act: Act) {
  switch (act) {
    case 'correct':
      return { heading: `Put right what ${name} counts as`, saveLabel: 'Save' };
    case 'put-in':
      return { heading: `Put in the draft of ${name}?`, saveLabel: 'Put it in' };
    case 'withdraw':
      return { heading: `Withdraw the application of ${name}?`, saveLabel: 'Withdraw it', isWarning: true };
  }
}

function Fields({ act, form: shown }: { readonly act: Act; readonly form: Form }) {
  switch (act) {
    case 'correct':
      return (
        <>
          <p class="govuk-body">
            The selection goes by this; the history keeps what it was. It stays as it is once the applicants
            are told.
          </p>
          <Input
            {...field(shown, 'organisationName')}
            label="Organisation"
            hint="The name as it is on record, so that its category and its limit count."
            autocomplete="off"
          />
          <Radios
            {...field(shown, 'kind')}
            fieldset={{ legend: { text: 'Applies as', classes: 'govuk-fieldset__legend--s' } }}
            items={applicationKinds.map((kind) => ({ value: kind, text: kindWords[kind] }))}
          />
          <Checkboxes
            {...field(shown, 'isNewcomer')}
            items={[{ value: 'yes', text: 'Nobody of the organisation was on an earlier visit' }]}
          />
        </>
      );
    case 'put-in':
      return (
        <>
          <p class="govuk-body">
            It counts as submitted now, with the answers that it has. They are told by mail.
          </p>
          <Input
            {...field(shown, 'reason')}
            label="Why, if one cannot apply any more"
            hint="Such as “The site did not answer on the last evening”. The history tells it."
            autocomplete="off"
          />
        </>
      );
    case 'withdraw':
      return (
        <p class="govuk-body">
          It takes part in the choice no more. What they said they need is deleted at once, the rest a month
          later. They can apply anew while applications are open.
        </p>
      );
  }
}
