import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { SensitiveDetails } from '../secrets/sensitive-details.js';
import type { Traveller } from '../travellers/domain/traveller.js';

/** What somebody told when they applied goes with them once they travel. */
@Injectable()
export class BeginReadiness {
  constructor(private readonly details: SensitiveDetails) {}

  /** Within the transaction that confirms them. */
  async run(manager: EntityManager, { id, visitId, applicationId }: Traveller): Promise<void> {
    if (applicationId === null) return;
    await this.details.moveTo(
      manager,
      { kind: 'application', id: applicationId, visitId },
      { kind: 'traveller', id, visitId },
    );
  }
}
