import { randomInt } from 'node:crypto';
import { Inject, Injectable } from '@nestjs/common';
import type { Temporal } from 'temporal-polyfill';
import type { EntityManager } from 'typeorm';
import { dateOf, Transactions, unprocessable } from '#platform';
import { CLOCK, type Clock } from '../tokens.js';
import type { Visit } from '../visits/domain/visit.js';
import { ApplicationRow } from './application.entity.js';
import { applyWindow } from './domain/apply-window.js';
import { newCode } from './domain/code.js';
import { stillMissing } from './domain/completeness.js';
import { isNewcomer, type Travelled } from './domain/newcomer.js';
import { OpenApplication, type Who } from './open-application.js';
import { OrganisationChoices, type NamedOrganisation } from './organisation-choices.js';
import { draftKept, editedMeanwhile, notOpen } from './problems.js';
import { WriteToApplicant } from './write-to-applicant.js';

/** Submits applications: from then on they stand as they are, under a code that chance gives them. */
@Injectable()
export class SubmitApplication {
  constructor(
    private readonly transactions: Transactions,
    private readonly applications: OpenApplication,
    private readonly organisations: OrganisationChoices,
    private readonly write: WriteToApplicant,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  /**
   * What counts is when it reached us, before it waited for anybody. Submitted already, it stays as it is: a second press is
   * harmless.
   *
   * @param version that was looked through before; `null`: whatever there is
   * @throws Problem 403; 404; 409 `applications-closed`, `applications-not-open` (the draft is kept), `application-withdrawn`,
   *   `edited-meanwhile`; 422 with each step that is still to do
   */
  run(who: Who, version: number | null, correlationId: string): Promise<void> {
    const now = this.clock();
    return this.transactions.run(async (manager) => {
      const opened = await this.applications.underLock(manager, who);
      const { row, visit } = opened;
      if (row.status === 'submitted' && opened.viewer === 'applicant') return;
      this.applications.mustBeAllowed(opened, 'submit');
      const window = applyWindow(visit, now);
      if (window !== 'open') throw notOpen(window, visit, draftKept);
      if (version !== null && version !== row.version) throw editedMeanwhile();
      await this.within(manager, row, visit, now, correlationId);
    });
  }

  /**
   * The same within a transaction that holds the lock of the visit, whatever the clock says.
   *
   * @param now when it reached us
   * @throws Problem 422 with each step that is still to do
   */
  async within(
    manager: EntityManager,
    row: ApplicationRow,
    visit: Visit,
    now: Temporal.Instant,
    correlationId: string,
  ): Promise<void> {
    const missing = stillMissing(row);
    if (missing.length > 0) throw unprocessable(missing);
    const { id: organisationId, name, category } = await this.organisations.meant(manager, row);
    const organisation = { organisationId, organisationName: name };
    const code = await this.freeCode(manager, visit.id);
    await manager.update(
      ApplicationRow,
      { id: row.id },
      {
        ...organisation,
        category,
        isNewcomer: await this.isNewcomer(manager, visit, { id: organisationId, name, category }),
        code,
        status: 'submitted',
        submittedAt: dateOf(now),
        changedAt: dateOf(now),
        version: row.version + 1,
      },
    );
    await this.write.submitted(manager, { ...row, ...organisation }, visit, { at: now, code, correlationId });
  }

  /** Whether nobody of an organisation was on an earlier visit. */
  async isNewcomer(
    manager: EntityManager,
    { id, firstDay }: Visit,
    { id: organisationId, name: organisationName }: NamedOrganisation,
  ): Promise<boolean> {
    const before: Travelled[] = await manager.query(
      `SELECT DISTINCT t.organisation_id AS "organisationId", t.organisation_name AS "organisationName"
       FROM travellers t JOIN visits v ON v.id = t.visit_id
       WHERE t.status = 'confirmed' AND v.id <> $1 AND v.first_day < $2 AND v.status IN ('announced', 'confirmed', 'over')
         AND (t.organisation_id = $3 OR lower(t.organisation_name) = lower($4))`,
      [id, firstDay, organisationId, organisationName],
    );
    return isNewcomer({ organisationId, organisationName }, before);
  }

  /** One that no other application of the visit has; the visit is locked, so that nobody else takes it meanwhile. */
  private async freeCode(manager: EntityManager, visitId: string): Promise<string> {
    for (;;) {
      const code = newCode((below) => randomInt(below));
      if (!(await manager.existsBy(ApplicationRow, { visitId, code }))) return code;
    }
  }
}
