import { Inject, Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { changesBetween, checkOptionalText, problemsOf, yesOrNo, type FieldProblem } from '#checks';
import { notedActor } from '#people';
import { type Actor, conflict, dateOf, Transactions, unprocessable } from '#platform';
import { selectionIsTold } from '../selection/selection-is-told.js';
import { CLOCK, type Clock } from '../tokens.js';
import { VisitHistory } from '../visits/visit-history.js';
import { ApplicationRow } from './application.entity.js';
import { checkKind, longestName } from './domain/about.js';
import type { ApplicationKind } from './domain/application.js';
import { kindWords } from './in-words.js';
import { isStale } from './marks.js';
import { OpenApplication } from './open-application.js';
import { OrganisationChoices } from './organisation-choices.js';
import { editedMeanwhile, notDraft } from './problems.js';

/** What staff put right of an application that is submitted: all that the selection goes by. */
export interface Correction {
  readonly organisationName: string;
  readonly kind: string;
  readonly isNewcomer: boolean;
}

/** The names of these fields in forms and in JSON, in the order of the page. */
export const correctionNames = ['organisationName', 'kind', 'isNewcomer'] as const;

/** Puts right what an application counts as, until the selection has been told; the visit's history says what it was. */
@Injectable()
export class CorrectApplication {
  constructor(
    private readonly transactions: Transactions,
    private readonly applications: OpenApplication,
    private readonly organisations: OrganisationChoices,
    private readonly history: VisitHistory,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  /**
   * What is so already is not changed: a second press is harmless.
   *
   * @param version that was seen
   * @throws Problem 404; 409 `edited-meanwhile`, `selection-told`, `application-withdrawn`; 422
   */
  run(
    actor: Actor,
    visitId: string,
    { id, version }: { readonly id: string; readonly version: number | null },
    sent: Correction,
  ): Promise<void> {
    const { name, kind } = checked(sent);
    return this.transactions.run(async (manager) => {
      const doer = await notedActor(manager, actor);
      const { row, visit } = await this.applications.underLock(manager, { visitId, applicationId: id });
      if (row.status === 'withdrawn') throw notDraft(row.status);
      const after = await this.after(manager, row, name, kind, sent.isNewcomer);
      const changes = changesBetween(wordsOf(row), wordsOf(after));
      if (changes.length === 0) return;
      if (await selectionIsTold(manager, visit.id)) throw toldAlready();
      if (isStale(version === null ? null : { version }, row.version, '')) throw editedMeanwhile();
      const { organisationId, organisationName, category, isNewcomer } = after;
      await manager.update(
        ApplicationRow,
        { id: row.id },
        {
          organisationId,
          organisationName,
          category,
          isNewcomer,
          kind,
          changedAt: dateOf(this.clock()),
          version: row.version + 1,
        },
      );
      const action = `Application ${row.code ?? 'draft'} put right`;
      await this.history.note(manager, visit.id, { actor: doer, action, changes });
    });
  }

  private async after(
    manager: EntityManager,
    row: ApplicationRow,
    name: string | null,
    kind: ApplicationKind,
    isNewcomer: boolean,
  ): Promise<ApplicationRow> {
    if (name === row.organisationName) return { ...row, kind, isNewcomer };
    const organisation = await this.organisations.meant(manager, {
      organisationId: null,
      organisationName: name,
    });
    const { id: organisationId, name: organisationName, category } = organisation;
    return { ...row, kind, isNewcomer, organisationId, organisationName, category };
  }
}

function checked({ organisationName, kind }: Correction) {
  const name = checkOptionalText(organisationName, 'organisationName', { longest: longestName });
  const chosen = checkKind(kind);
  if (name.ok && chosen.ok) return { name: name.value, kind: chosen.value };
  throw unprocessable(problemsOf<FieldProblem>(name, chosen));
}

const wordsOf = ({ organisationName, category, kind, isNewcomer }: ApplicationRow) => ({
  Organisation: organisationName ?? '',
  Category: category ?? '',
  'Applies as': kindWords[kind],
  'New to the visits': yesOrNo(isNewcomer),
});

const toldAlready = () =>
  conflict(
    'selection-told',
    'The applicants have been told who has a place, so that what this was decided by stays as it was.',
  );
