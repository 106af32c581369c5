import { Injectable } from '@nestjs/common';
import { v7 as uuidv7 } from 'uuid';
import { checkEmail, refuse } from '#checks';
import { FindPerson } from '#people';
import { notFound, valueOf, type Actor, type Problem } from '#platform';
import { isId } from '../domain/ids.js';
import { AssessorRow } from './assessment.entities.js';
import { ChangeSelection } from './change-selection.js';
import { scoringClosed } from './save-score.js';

/** 404: nobody scores for the visit under this id. */
export const noSuchAssessor = (): Problem => notFound('There is no such assessor of this visit.');

/** Says who scores applications: people whom the site knows, staff or not. */
@Injectable()
export class KeepAssessors {
  constructor(
    private readonly change: ChangeSelection,
    private readonly people: FindPerson,
  ) {}

  /**
   * @param address that they sign in with
   * @returns who it is; whoever is named already stays as they are
   * @throws Problem 404; 409 `scoring-closed`, `selection-told`; 422 where the site knows nobody with the address
   */
  add(actor: Actor, visitId: string, address: string): Promise<AssessorRow> {
    return this.change.run(actor, visitId, null, async ({ manager, visit, selection }) => {
      if (selection.scoringClosedAt !== null) throw scoringClosed();
      const email = valueOf(checkEmail(address, 'email'));
      if (email === null) return valueOf(refuse('email', 'missing', 'Enter an email address.'));
      const person = (await this.people.byEmails([email], manager)).get(email.toLowerCase());
      if (person === undefined) {
        return valueOf(
          refuse(
            'email',
            'nobody-known',
            'Nobody known to the site has this address. Ask them to sign in once, or add them to the people.',
          ),
        );
      }
      const there = await manager.findOneBy(AssessorRow, { visitId: visit.id, personId: person.id });
      if (there !== null) return { result: there, action: null };
      const name = person.preferredName ?? person.name;
      const row = { id: uuidv7(), visitId: visit.id, personId: person.id, name };
      await manager.insert(AssessorRow, row);
      return { result: row, action: `Assessor named: ${name}` };
    });
  }

  /** What they scored goes with them. @throws Problem 404; 409 `scoring-closed`, `selection-told` */
  remove(actor: Actor, visitId: string, assessorId: string): Promise<void> {
    return this.change.run(actor, visitId, null, async ({ manager, visit, selection }) => {
      if (selection.scoringClosedAt !== null) throw scoringClosed();
      const row = isId(assessorId)
        ? await manager.findOneBy(AssessorRow, { id: assessorId, visitId: visit.id })
        : null;
      if (row === null) throw noSuchAssessor();
      await manager.delete(AssessorRow, { id: row.id });
      return { result: undefined, action: `Assessor taken off: ${row.name}` };
    });
  }
}
