import { Inject, Injectable } from '@nestjs/common';
import type { Temporal } from 'temporal-polyfill';
import type { EntityManager } from 'typeorm';
import { checkEmail, checkText, problemsOf, type FieldProblem } from '#checks';
import { FindPerson, notedActor } from '#people';
import { type Actor, conflict, Transactions, unprocessable, valueOf } from '#platform';
import { CLOCK, type Clock } from '../tokens.js';
import type { Visit } from '../visits/domain/visit.js';
import { LockVisit } from '../visits/lock-visit.js';
import { VisitHistory } from '../visits/visit-history.js';
import { ApplicationRow } from './application.entity.js';
import { BeginApplication } from './begin-application.js';
import { checkAbout, type AboutInput } from './domain/about.js';
import { checkAnswer } from './domain/answers.js';
import { questions, type Question } from './domain/application.js';
import { applyWindow } from './domain/apply-window.js';
import { notDraft } from './problems.js';
import { OpenApplication } from './open-application.js';
import { OrganisationChoices } from './organisation-choices.js';
import { SubmitApplication } from './submit-application.js';

/** An application that came otherwise, by post for one, as staff type it. */
export interface TypedApplication
  extends Omit<AboutInput, 'organisationId'>, Readonly<Record<Question, string>> {
  /** Blank: they have none. */
  readonly email: string;
  /** Needed where one cannot apply any more. */
  readonly reason: string;
}

/** The names of these fields in forms and in JSON, in the order of the page. */
export const typedNames = [
  'name',
  'email',
  'phone',
  'jobTitle',
  'organisationName',
  'kind',
  ...questions,
  'reason',
] as const;

const longestReason = 500;

/** Puts applications in on somebody's behalf, which the visit's history says; after the deadline with a reason. */
@Injectable()
export class PutInApplication {
  constructor(
    private readonly transactions: Transactions,
    private readonly lockVisit: LockVisit,
    private readonly people: FindPerson,
    private readonly applications: OpenApplication,
    private readonly organisations: OrganisationChoices,
    private readonly begin: BeginApplication,
    private readonly submit: SubmitApplication,
    private readonly history: VisitHistory,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  /**
   * One that came by post.
   *
   * @param manager of a transaction of its own
   * @returns its id
   * @throws Problem 404; 409 `visit-not-open`; 422, also for somebody who has an application already
   */
  async within(
    manager: EntityManager,
    actor: Actor,
    visitId: string,
    typed: TypedApplication,
  ): Promise<string> {
    const now = this.clock();
    const { about, email, answers } = checkTyped(typed);
    const doer = await notedActor(manager, actor);
    const visit = await this.lockVisit.run(manager, visitId);
    const reason = reasonFor(visit, now, typed.reason);
    const known =
      email === null
        ? null
        : ((await this.people.byEmails([email], manager)).get(email.toLowerCase()) ?? null);
    const standing = await this.begin.standing(manager, visitId, known?.id ?? null, email);
    if (standing.length > 0) throw appliesAlready();
    const { id, name } = await this.organisations.meant(manager, about);
    const row = await this.begin.add(manager, visit, {
      ...about,
      organisationId: id,
      organisationName: name,
      email,
      personId: known?.id ?? null,
      answers,
      appliedBy: doer.identity.personId,
      appliedByName: doer.identity.name,
    });
    await this.submit.within(manager, row, visit, now, actor.requestId);
    await this.note(manager, doer, row.id, visit, reason);
    return row.id;
  }

  /**
   * A draft of somebody’s own.
   *
   * @throws Problem 404; 409 `application-submitted`, `application-withdrawn`, `visit-not-open`; 422 with what is missing
   */
  run(actor: Actor, visitId: string, applicationId: string, typedReason: string): Promise<void> {
    const now = this.clock();
    return this.transactions.run(async (manager) => {
      const doer = await notedActor(manager, actor);
      const { row, visit } = await this.applications.underLock(manager, { visitId, applicationId });
      if (row.status !== 'draft') throw notDraft(row.status);
      const reason = reasonFor(visit, now, typedReason);
      await this.submit.within(manager, row, visit, now, actor.requestId);
      await this.note(manager, doer, row.id, visit, reason);
    });
  }

  /** By its code, so that the history names nobody who applies. */
  private async note(manager: EntityManager, actor: Actor, id: string, visit: Visit, reason: string | null) {
    const { code } = await manager.findOneByOrFail(ApplicationRow, { id });
    const action = `Application ${code ?? ''} put in on somebody’s behalf`;
    await this.history.note(manager, visit.id, { actor, action, reason, changes: [] });
  }
}

function checkTyped(typed: TypedApplication) {
  const about = checkAbout({ ...typed, organisationId: '' });
  const email = checkEmail(typed.email, 'email');
  const answers = questions.map((question) => {
    const checked = checkAnswer(question, typed[question]);
    return checked.ok
      ? checked
      : { ...checked, problems: checked.problems.map((one) => ({ ...one, field: question })) };
  });
  if (!about.ok || !email.ok || answers.some(({ ok }) => !ok)) {
    const problems = problemsOf<FieldProblem>(about, email, ...answers);
    throw unprocessable(problems);
  }
  const said = answers.flatMap((answer, index) => {
    const question = questions[index];
    return question !== undefined && answer.ok && answer.value !== null
      ? [[question, answer.value] as const]
      : [];
  });
  return { about: about.value, email: email.value, answers: Object.fromEntries(said) };
}

/** @throws Problem 409 where nobody can go on the visit; 422 where a reason is needed and there is none */
function reasonFor(visit: Visit, now: Temporal.Instant, typed: string): string | null {
  if (visit.status !== 'announced' && visit.status !== 'confirmed') {
    throw conflict(
      'visit-not-open',
      'The visit is a draft, over or called off, so that nobody can apply for it.',
    );
  }
  if (applyWindow(visit, now) === 'open' && typed.trim() === '') return null;
  return valueOf(
    checkText(typed, 'reason', {
      longest: longestReason,
      missing: {
        code: 'missing',
        message:
          'One cannot apply at the moment. Say why this application counts all the same: the history tells it.',
      },
    }),
  );
}

const appliesAlready = () =>
  unprocessable([
    {
      field: 'email',
      code: 'applies-already',
      message: 'There is an application with this address already. Open that one instead.',
    },
  ]);
