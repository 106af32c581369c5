import { Injectable } from '@nestjs/common';
import { InjectDataSource } from '@nestjs/typeorm';
import type { DataSource } from 'typeorm';
import type { Actor, HeldSection } from '#platform';
import { AuditLog } from '../audit/audit-log.js';
import { HeldElsewhere, type HeldBy } from './held-elsewhere.js';
import { HeldHere } from './held-here.js';

/** Everything that is held on a person (UK GDPR, article 15). */
export interface HeldData {
  readonly here: readonly HeldSection[];
  readonly elsewhere: readonly HeldBy[];
}

@Injectable()
export class CollectData {
  constructor(
    private readonly here: HeldHere,
    private readonly elsewhere: HeldElsewhere,
    private readonly audit: AuditLog,
    @InjectDataSource() private readonly dataSource: DataSource,
  ) {}

  async of(personId: string, requestId: string): Promise<HeldData> {
    const [here, elsewhere] = await Promise.all([
      this.here.of(personId),
      this.elsewhere.of(personId, requestId),
    ]);
    return { here, elsewhere };
  }

  /** The same to be taken away, which the audit log is told. */
  async download(actor: Actor, personId: string, format: 'json' | 'html'): Promise<HeldData> {
    await this.dataSource.transaction((manager) =>
      this.audit.record(manager, {
        act: 'data-downloaded',
        actor,
        subject: { id: personId, name: actor.identity.name },
        details: { format },
      }),
    );
    return this.of(personId, actor.requestId);
  }
}
