import { Inject, Injectable } from '@nestjs/common';
import { checkText } from '#checks';
import { dateOf, valueOf, type Actor } from '#platform';
import { ChangePlan } from '../plans/change-plan.js';
import { CLOCK, type Clock } from '../tokens.js';
import { CertificateRow } from './certificate.entity.js';
import { ReadCertificates, type Certificate } from './read-certificates.js';

/** Takes a certificate back from somebody who was not there after all, or gives it back. */
@Injectable()
export class WithdrawCertificate {
  constructor(
    private readonly plan: ChangePlan,
    private readonly certificates: ReadCertificates,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  /** One that is withdrawn stays so, with the reason of then. @throws Problem 404; 422 */
  run(actor: Actor, visitId: string, travellerId: string, why: string): Promise<Certificate> {
    const missing = { code: 'missing', message: 'Say why, such as: They fell ill and stayed at home.' };
    return this.plan.run(actor, visitId, async ({ manager }) => {
      const before = await this.certificates.one(visitId, travellerId, manager);
      if (before.row.withdrawnAt !== null) return { result: before, change: null };
      const reason = valueOf(checkText(why, 'why', { longest: 500, missing }));
      await manager.update(
        CertificateRow,
        { travellerId },
        { withdrawnAt: dateOf(this.clock()), withdrawnWhy: reason, version: before.row.version + 1 },
      );
      const result = await this.certificates.one(visitId, travellerId, manager);
      const action = `Certificate of traveller ${before.traveller.number} withdrawn`;
      return { result, change: { action, changes: [] } };
    });
  }

  /** One that is not withdrawn stays as it is. @throws Problem 404 */
  restore(actor: Actor, visitId: string, travellerId: string): Promise<Certificate> {
    return this.plan.run(actor, visitId, async ({ manager }) => {
      const before = await this.certificates.one(visitId, travellerId, manager);
      if (before.row.withdrawnAt === null) return { result: before, change: null };
      await manager.update(
        CertificateRow,
        { travellerId },
        { withdrawnAt: null, withdrawnWhy: null, version: before.row.version + 1 },
      );
      const result = await this.certificates.one(visitId, travellerId, manager);
      const action = `Certificate of traveller ${before.traveller.number} given back`;
      return { result, change: { action, changes: [] } };
    });
  }
}
