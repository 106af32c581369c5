import type { EntityManager } from 'typeorm';
import { counted, erasedName, eraseNames, type Leaving, type PersonPart } from '#people';

/** What they scored stays, without their name; where somebody wrote theirs, another stands. */
async function forget(manager: EntityManager, { id, name, email }: Leaving): Promise<readonly string[]> {
  const applicants: { name: string }[] = await manager.query(
    'SELECT name FROM applications WHERE person_id = $1 OR lower(email) = $2',
    [id, email],
  );
  const assessors: { name: string }[] = await manager.query(
    'SELECT name FROM selection_assessors WHERE person_id = $1',
    [id],
  );
  const [, named]: [unknown, number] = await manager.query(
    'UPDATE selection_assessors SET person_id = NULL, name = $2 WHERE person_id = $1',
    [id, erasedName],
  );
  const marks = [name ?? '', email ?? '', ...[...applicants, ...assessors].map((each) => each.name)].filter(
    (mark) => mark !== '' && mark !== erasedName,
  );
  const where = 'cardinality($1::text[]) = 0';
  const notes = await eraseNames(
    manager,
    { table: 'selection_scores', column: 'note', key: ['assessor_id', 'application_id'], where },
    [],
    marks,
  );
  const reasons = await eraseNames(
    manager,
    { table: 'selection_outcomes', column: 'override_why', key: ['visit_id', 'application_id'], where },
    [],
    marks,
  );
  return [
    ...counted(named, 'assessor’s name replaced', 'assessors’ names replaced'),
    ...counted(
      notes + reasons,
      'text about applications for visits changed',
      'texts about applications for visits changed',
    ),
  ];
}

/**
 * Two assessors of a visit who turn out to be one person score once: what either gave stays; of an application that both scored
 * counts what was saved last. A selection that is not told yet has another version then, as its scores may be others.
 */
async function merge(manager: EntityManager, from: string, into: string): Promise<void> {
  const twice: { visitId: string; gone: string; kept: string }[] = await manager.query(
    `SELECT f.visit_id AS "visitId", f.id AS gone, i.id AS kept
     FROM selection_assessors f JOIN selection_assessors i ON i.visit_id = f.visit_id AND i.person_id = $2
     WHERE f.person_id = $1 ORDER BY f.visit_id`,
    [from, into],
  );
  for (const { visitId, gone, kept } of twice) {
    await manager.query(
      `DELETE FROM selection_scores older USING selection_scores newer
       WHERE older.application_id = newer.application_id AND older.assessor_id IN ($1, $2)
         AND newer.assessor_id IN ($1, $2) AND (older.saved_at, older.assessor_id) < (newer.saved_at, newer.assessor_id)`,
      [gone, kept],
    );
    await manager.query(
      'UPDATE selection_scores SET assessor_id = $2, version = version + 1 WHERE assessor_id = $1',
      [gone, kept],
    );
    await manager.query('DELETE FROM selection_assessors WHERE id = $1', [gone]);
    await manager.query(
      'UPDATE selections SET version = version + 1 WHERE visit_id = $1 AND told_at IS NULL',
      [visitId],
    );
  }
}

/** What selections hold of people: who scores, and what was decided of whose application. */
export const selectionOfPeople: PersonPart = {
  columns: [{ table: 'selection_assessors', column: 'person_id' }],
  merge,
  held: [
    {
      key: 'visitAssessments',
      title: 'Study visits for which you score applications',
      columns: {
        visit: 'Visit',
        name: 'Your name there',
        code: 'Application',
        note: 'Your note',
        at: 'When',
      },
      query: `SELECT v.title AS visit, s.name, a.code, sc.note, sc.saved_at AS at
        FROM selection_assessors s JOIN visits v ON v.id = s.visit_id
          LEFT JOIN selection_scores sc ON sc.assessor_id = s.id LEFT JOIN applications a ON a.id = sc.application_id
        WHERE s.person_id = $1 ORDER BY v.first_day, sc.saved_at`,
    },
    {
      key: 'visitResults',
      title: 'What became of your applications for study visits',
      columns: {
        visit: 'Visit',
        code: 'Application',
        outcome: 'Result',
        position: 'Among the reserves',
        why: 'Why staff decided so',
        offer: 'Offer of a place',
        deadline: 'To be answered before',
      },
      query: `SELECT v.title AS visit, o.code, o.outcome, o.position, o.override_why AS why, f.status AS offer, f.deadline
        FROM selection_outcomes o JOIN selections s ON s.visit_id = o.visit_id AND s.told_at IS NOT NULL
          JOIN visits v ON v.id = o.visit_id JOIN applications a ON a.id = o.application_id
          LEFT JOIN offers f ON f.application_id = a.id
        WHERE a.person_id = $1 OR lower(a.email) = (SELECT lower(email) FROM people WHERE id = $1)
        ORDER BY v.first_day`,
    },
    {
      key: 'visitScores',
      title: 'What assessors gave your applications for study visits',
      columns: { visit: 'Visit', code: 'Application', note: 'Note', at: 'When' },
      query: `SELECT v.title AS visit, a.code, sc.note, sc.saved_at AS at
        FROM selection_scores sc JOIN applications a ON a.id = sc.application_id
          JOIN selections s ON s.visit_id = a.visit_id AND s.told_at IS NOT NULL JOIN visits v ON v.id = a.visit_id
        WHERE a.person_id = $1 OR lower(a.email) = (SELECT lower(email) FROM people WHERE id = $1)
        ORDER BY v.first_day, sc.saved_at`,
    },
  ],
  forget,
};
