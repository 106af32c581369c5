import { Inject, Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { v7 as uuidv7 } from 'uuid';
import { AskForMail } from '#messaging';
import { FindPerson } from '#people';
import type { Actor } from '#platform';
import type { VisitSettings } from '../settings.js';
import { SETTINGS } from '../tokens.js';
import type { Visit } from '../visits/domain/visit.js';
import { incidentsPath } from './addresses.js';
import { incidentEmail } from './emails/incident-news.email.js';
import { IncidentReaders } from './incident-readers.js';
import type { IncidentRow } from './incident.entities.js';

/** Tells those who may read incidents that there is something new, and nothing of what it is. */
@Injectable()
export class WriteToReaders {
  constructor(
    private readonly askForMail: AskForMail,
    private readonly people: FindPerson,
    private readonly readers: IncidentReaders,
    @Inject(SETTINGS) private readonly settings: Pick<VisitSettings, 'PUBLIC_URL'>,
  ) {}

  /** Everybody who is named, but for whoever wrote it. */
  async run(
    manager: EntityManager,
    visit: Visit,
    { id }: Pick<IncidentRow, 'id'>,
    actor: Actor,
  ): Promise<void> {
    const siteUrl = this.settings.PUBLIC_URL;
    for (const { personId } of await this.readers.of(visit.id, manager)) {
      const person = personId === actor.identity.personId ? null : await this.people.byId(personId, manager);
      if (person === null || person.email === null) continue;
      await this.askForMail.run(manager, {
        mailId: uuidv7(),
        reader: { personId: person.id, to: { name: person.name, address: person.email } },
        kind: 'visits',
        content: incidentEmail({
          name: person.preferredName ?? person.name,
          visitTitle: visit.title,
          url: siteUrl + incidentsPath(visit.id, id),
          siteUrl,
        }),
        correlationId: actor.requestId,
      });
    }
  }
}
