import { Injectable } from '@nestjs/common';
import { KeepPaper, type KeptPaper } from '../papers/keep-paper.js';
import { ReadSigned, type SignedThing } from '../sign-offs/read-signed.js';
import type { Visit } from '../visits/domain/visit.js';
import { FindVisit } from '../visits/find-visit.js';
import { ReadRisks } from './read-risks.js';
import { riskPaper } from './risk-paper.js';

/** A version of a visit's risk assessment, with who signed it off. */
export interface Assessment {
  readonly visit: Visit;
  readonly kept: KeptPaper;
  readonly signed: SignedThing;
}

/** Makes the risk assessment of a visit into a paper, as it stands. */
@Injectable()
export class MakeAssessment {
  constructor(
    private readonly visits: FindVisit,
    private readonly risks: ReadRisks,
    private readonly signed: ReadSigned,
    private readonly papers: KeepPaper,
  ) {}

  /** @throws Problem 404 */
  async run(visitId: string): Promise<Assessment> {
    const which = { visitId: (await this.visits.byId(visitId)).id, kind: 'risks', subject: '' } as const;
    const kept = await this.papers.run(which, async (manager) => {
      const visit = await this.visits.byId(which.visitId, manager);
      return { paper: riskPaper(visit, await this.risks.of(visit.id, manager)), names: [] };
    });
    const visit = await this.visits.byId(which.visitId);
    return { visit, kept, signed: await this.signed.risks(visit) };
  }
}
