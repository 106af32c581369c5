import { Inject, Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { v7 as uuidv7 } from 'uuid';
import type { ApplicationRow } from '../applications/application.entity.js';
import { SecretLinks } from '../links/secret-links.js';
import type { VisitSettings } from '../settings.js';
import { AskForMail } from '#messaging';
import { SETTINGS } from '../tokens.js';
import type { Visit } from '../visits/domain/visit.js';
import { referencePath } from './addresses.js';
import { referenceAskedEmail } from './emails/reference-asked.email.js';
import type { ReferenceRow } from './reference.entity.js';

/** Writes to those who are asked for a reference, each with the link to say it. */
@Injectable()
export class WriteToReferee {
  constructor(
    private readonly askForMail: AskForMail,
    private readonly links: SecretLinks,
    @Inject(SETTINGS) private readonly settings: Pick<VisitSettings, 'PUBLIC_URL'>,
  ) {}

  secretFor(referenceId: string): string {
    return this.links.secretOf('reference', referenceId);
  }

  async ask(
    manager: EntityManager,
    { id, name, email, relation }: Pick<ReferenceRow, 'id' | 'name' | 'email' | 'relation'>,
    application: Pick<ApplicationRow, 'name' | 'organisationName'>,
    visit: Visit,
    { isReminder, correlationId }: { readonly isReminder: boolean; readonly correlationId: string },
  ): Promise<void> {
    if (email === null) return;
    await this.askForMail.run(manager, {
      mailId: uuidv7(),
      reader: { personId: null, to: { name, address: email } },
      kind: 'visit-links',
      content: referenceAskedEmail({
        visit: { title: visit.title, neededBy: visit.decisionOn },
        applicant: application.name,
        organisation: application.organisationName,
        name,
        relation,
        isReminder,
        url: this.settings.PUBLIC_URL + referencePath(this.secretFor(id)),
        siteUrl: this.settings.PUBLIC_URL,
      }),
      correlationId,
    });
  }
}
