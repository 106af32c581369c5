import { Injectable } from '@nestjs/common';
import { ReadReferences } from '../../references/read-references.js';
import { FindVisit } from '../../visits/find-visit.js';
import { countCategories, countOrganisations } from '../domain/counts.js';
import { OpenApplication } from '../open-application.js';
import { ReadApplications } from '../read-applications.js';
import { SaveAccess } from '../save-access.js';
import { staffApplicationJson } from './application-json.js';

/** What programs of staff are answered about applications. */
@Injectable()
export class StaffAnswers {
  constructor(
    private readonly visits: FindVisit,
    private readonly open: OpenApplication,
    private readonly applications: ReadApplications,
    private readonly references: ReadReferences,
    private readonly access: SaveAccess,
  ) {}

  /** @param name the visit’s id or its name in addresses @throws Problem 404 */
  async visitId(name: string): Promise<string> {
    return (await this.visits.byIdOrSlug(name)).id;
  }

  /** @throws Problem 404 */
  async json(visitId: string, applicationId: string) {
    const { row } = await this.open.read({ visitId, applicationId });
    return staffApplicationJson(row, await this.references.of(row.id), await this.access.isSaid(row));
  }

  /** How many applied, beside the limits. @throws Problem 404 */
  async counts(name: string) {
    const visit = await this.visits.byIdOrSlug(name);
    const submitted = await this.applications.submitted(visit.id);
    return {
      ...(await this.applications.states(visit.id)),
      organisations: countOrganisations(submitted, visit.organisationLimit),
      categories: countCategories(submitted, visit.categoryLimits),
    };
  }
}
