import { randomUUID } from 'node:crypto';
import { Body, Controller, Get, Inject, Param, Post, Req, Res } from '@nestjs/common';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { actorOf, Problem, RunOnce } from '#platform';
import {
  field,
  form,
  Input,
  pickFields,
  Radios,
  readToken,
  refusedFields,
  sendForm,
  Site,
  submittedValues,
  Textarea,
  textIn,
  type Form,
  type SubmittedValues,
} from '#ui';
import { CLOCK, type Clock } from '../../tokens.js';
import { FindVisit } from '../../visits/find-visit.js';
import { applicationPath, applicationsPath } from '../addresses.js';
import { applicationKinds, questions } from '../domain/application.js';
import { applyWindow } from '../domain/apply-window.js';
import { kindWords, questionWords } from '../in-words.js';
import { PutInApplication, typedNames, type TypedApplication } from '../put-in-application.js';

/** Puts in an application that came otherwise, such as by post. */
@Controller('visits/manage/:id/applications/new')
export class NewApplicationPage {
  constructor(
    private readonly site: Site,
    private readonly visits: FindVisit,
    private readonly putIn: PutInApplication,
    private readonly runOnce: RunOnce,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  @Get()
  show(@Param('id') visitId: string, @Req() request: FastifyRequest, @Res() reply: FastifyReply) {
    return this.ask(request, reply, visitId, form({ kind: 'member' }), randomUUID());
  }

  @Post()
  async add(
    @Param('id') visitId: string,
    @Body() body: unknown,
    @Req() request: FastifyRequest,
    @Res() reply: FastifyReply,
  ) {
    const sent = submittedValues(body);
    const values = pickFields(sent, typedNames);
    const token = readToken(sent);
    const actor = actorOf(request);
    try {
      const id = await this.runOnce.run(actor, token, { ...values, visitId }, (manager) =>
        this.putIn.within(manager, actor, visitId, readTyped(values)),
      );
      return this.site.redirect(reply, applicationPath(visitId, id), {
        type: 'success',
        text: 'The application is put in, and the visit’s history says so.',
      });
    } catch (error) {
      if (error instanceof Problem && error.status === 409) {
        return this.ask(
          request,
          reply,
          visitId,
          form(values, [{ field: '', message: error.detail }]),
          token,
          409,
        );
      }
      return this.ask(request, reply, visitId, form(values, fieldsOf(error)), token, 422);
    }
  }

  private async ask(
    request: FastifyRequest,
    reply: FastifyReply,
    visitId: string,
    shown: Form,
    token: string,
    status = 200,
  ) {
    const visit = await this.visits.byId(visitId);
    const isLate = applyWindow(visit, this.clock()) !== 'open';
    return sendForm(
      this.site,
      request,
      reply,
      {
        title: `Put in an application: ${visit.title}`,
        heading: 'Put in an application for somebody',
        back: applicationsPath(visitId),
        backText: 'Applications',
        action: applicationsPath(visitId, 'new'),
        form: shown,
        hidden: { once: token },
        saveLabel: 'Put it in',
        children: <Fields form={shown} isLate={isLate} />,
      },
      status,
    );
  }
}

const readTyped = (values: SubmittedValues): TypedApplication => ({
  name: textIn(values, 'name'),
  email: textIn(values, 'email'),
  phone: textIn(values, 'phone'),
  jobTitle: textIn(values, 'jobTitle'),
  organisationName: textIn(values, 'organisationName'),
  kind: textIn(values, 'kind'),
  why: textIn(values, 'why'),
  bringBack: textIn(values, 'bringBack'),
  supporter: textIn(values, 'supporter'),
  reason: textIn(values, 'reason'),
});

/** What is missing of who applies is told by its step; here it has controls of its own. */
const fieldsOf = (error: unknown) =>
  refusedFields(error, [...typedNames, 'about']).map((each) =>
    each.field === 'about' ? { ...each, field: 'organisationName' } : each,
  );

function Fields({ form: shown, isLate }: { readonly form: Form; readonly isLate: boolean }) {
  return (
    <>
      <p class="govuk-body">
        For what came by post, or by phone. It counts as submitted at once; if there is an address, they have
        a mail with the link to it.
      </p>
      <Input {...field(shown, 'name')} label="Name" autocomplete="off" spellcheck={false} />
      <Input
        {...field(shown, 'email')}
        label="Email address (optional)"
        type="email"
        autocomplete="off"
        spellcheck={false}
      />
      <Input {...field(shown, 'phone')} label="Phone number (optional)" type="tel" autocomplete="off" />
      <Input
        {...field(shown, 'organisationName')}
        label="Organisation"
        hint="The name as it is on record, so that its category and its limit count."
        autocomplete="off"
      />
      <Input {...field(shown, 'jobTitle')} label="What they do there" autocomplete="off" />
      <Radios
        {...field(shown, 'kind')}
        fieldset={{ legend: { text: 'Applies as', classes: 'govuk-fieldset__legend--s' } }}
        items={applicationKinds.map((kind) => ({ value: kind, text: kindWords[kind] }))}
      />
      {questions.map((question) => (
        <Textarea
          key={question}
          {...field(shown, question)}
          label={{ text: questionWords[question].asked, classes: 'govuk-label--s' }}
        />
      ))}
      <Input
        {...field(shown, 'reason')}
        label={
          isLate
            ? 'Why it counts although one cannot apply at the moment'
            : 'A note for the history (optional)'
        }
        hint={isLate ? 'Such as “Posted before the deadline, arrived after it”.' : 'Such as “Came by post”.'}
        autocomplete="off"
      />
    </>
  );
}
