import { Inject, Injectable } from '@nestjs/common';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { instantOf, Problem } from '#platform';
import {
  BackLink,
  Button,
  field,
  form,
  FormErrors,
  HiddenFields,
  Input,
  InsetText,
  pickFields,
  refusedFields,
  Site,
  submittedValues,
  textIn,
  type Form,
} from '#ui';
import type { ApplicationPlace } from '../../applications/pages/application-place.js';
import { OpenApplication, type OpenedApplication } from '../../applications/open-application.js';
import { CLOCK, type Clock } from '../../tokens.js';
import { AskReference } from '../ask-reference.js';
import { isTakingReferences, mayRemind, mostReferences, refereeNames } from '../domain/reference.js';
import { referenceWords } from '../in-words.js';
import { ReadReferences } from '../read-references.js';
import type { ReferenceRow } from '../reference.entity.js';
import { RemindReferee } from '../remind-referee.js';

/** Whom an applicant asks for a reference, and whether they gave it. */
@Injectable()
export class ReferenceForms {
  constructor(
    private readonly site: Site,
    private readonly applications: OpenApplication,
    private readonly references: ReadReferences,
    private readonly ask: AskReference,
    private readonly remindReferee: RemindReferee,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  async show(request: FastifyRequest, reply: FastifyReply, place: ApplicationPlace) {
    const { row } = await this.applications.read(place.who);
    if (row.status === 'withdrawn') return this.site.redirect(reply, place.path());
    return this.send(request, reply, place, form());
  }

  async save(request: FastifyRequest, reply: FastifyReply, place: ApplicationPlace) {
    const values = pickFields(submittedValues(request.body), refereeNames);
    const referee = {
      name: textIn(values, 'name'),
      email: textIn(values, 'email'),
      relation: textIn(values, 'relation'),
    };
    try {
      await this.ask.run(place.who, referee, request.id);
    } catch (error) {
      if (error instanceof Problem && error.status === 409) {
        return this.send(request, reply, place, form(values, [{ field: '', message: error.detail }]), 409);
      }
      return this.send(request, reply, place, form(values, refusedFields(error, refereeNames)), 422);
    }
    return this.site.redirect(reply, place.path('reference'), {
      type: 'success',
      text: `We have written to ${referee.name.trim()}.`,
    });
  }

  async remind(request: FastifyRequest, reply: FastifyReply, place: ApplicationPlace) {
    const id = textIn(submittedValues(request.body), 'reference');
    const isDone = await this.remindReferee.run(place.who, id, request.id);
    return this.site.redirect(
      reply,
      place.path('reference'),
      isDone
        ? { type: 'success', text: 'The reminder is sent.' }
        : { type: 'important', text: 'They have answered, or were written to within the last three days.' },
    );
  }

  private async send(
    request: FastifyRequest,
    reply: FastifyReply,
    place: ApplicationPlace,
    shown: Form,
    status = 200,
  ) {
    const opened = await this.applications.read(place.who);
    const page = {
      title: `A reference: ${opened.visit.title}`,
      noIndex: true,
      hasErrors: shown.errors.length > 0,
      before: <BackLink href={place.path()}>The application</BackLink>,
      main: (
        <ReferencesView
          {...opened}
          place={place}
          form={shown}
          references={await this.references.of(opened.row.id)}
          now={this.clock()}
        />
      ),
    };
    return this.site.send(request, reply, page, status);
  }
}

interface ReferencesViewProps extends OpenedApplication {
  readonly place: ApplicationPlace;
  readonly form: Form;
  readonly references: readonly ReferenceRow[];
  readonly now: ReturnType<Clock>;
}

function ReferencesView({ row, visit, place, form: shown, references, now }: ReferencesViewProps) {
  const isTaking = isTakingReferences(visit, row.status, now);
  const standing = references.filter(({ status }) => status !== 'declined').length;
  return (
    <>
      <FormErrors form={shown} />
      <span class="govuk-caption-xl">{visit.title}</span>
      <h1 class="govuk-heading-xl">A reference</h1>
      <p class="govuk-body">
        A colleague can write a few sentences in support, by a link that we mail to them. Those who choose
        read them; you see only that they were written. You can leave it out, and ask {mostReferences} at
        most.
      </p>
      {references.length > 0 && (
        <ul class="govuk-list">
          {references.map((reference) => (
            <Asked key={reference.id} reference={reference} place={place} now={now} isTaking={isTaking} />
          ))}
        </ul>
      )}
      {!isTaking ? (
        <InsetText>References are not taken any more: it has been, or is being, decided who comes.</InsetText>
      ) : standing >= mostReferences ? (
        <InsetText>You have asked {mostReferences} colleagues, which is the most.</InsetText>
      ) : (
        <form method="post" action={place.path('reference')} novalidate>
          <h2 class="govuk-heading-m">Ask a colleague</h2>
          <Input {...field(shown, 'name')} label="Their name" autocomplete="off" spellcheck={false} />
          <Input
            {...field(shown, 'email')}
            label="Their email address"
            type="email"
            autocomplete="off"
            spellcheck={false}
          />
          <Input
            {...field(shown, 'relation')}
            label="How do they know you?"
            hint="Such as “My line manager”. They read it in our mail."
          />
          <Button preventDoubleClick>Ask them for a reference</Button>
        </form>
      )}
      <p class="govuk-body">
        <a class="govuk-link" href={place.path()}>
          Go on without asking
        </a>
      </p>
    </>
  );
}

interface AskedProps extends Pick<ReferencesViewProps, 'place' | 'now'> {
  readonly reference: ReferenceRow;
  readonly isTaking: boolean;
}

function Asked({ reference, place, now, isTaking }: AskedProps) {
  const { id, name, status, askedAt, remindedAt } = reference;
  const asked = {
    status,
    askedAt: instantOf(askedAt),
    remindedAt: remindedAt === null ? null : instantOf(remindedAt),
  };
  return (
    <li>
      <bdi>{name}</bdi>: {referenceWords[status]}
      {isTaking && mayRemind(asked, 'applicant', now) && (
        <form method="post" action={place.path('remind')}>
          <HiddenFields values={{ reference: id }} />
          <Button classes="govuk-button--secondary" preventDoubleClick>
            Remind<span class="govuk-visually-hidden"> {name}</span>
          </Button>
        </form>
      )}
    </li>
  );
}
