import type { EntityManager } from 'typeorm';
import { counted, erasedName, eraseNames, type Leaving, type PersonPart } from '#people';

/** Whoever's these are: by the id, else by the address. */
const theirs = '(person_id = $1 OR lower(email) = $2)';

/**
 * Drafts go altogether. What was submitted or withdrawn stays as a line without a name, under its code, so that a draw can still
 * be repeated; who supported it, and what they wrote, goes with it.
 */
async function forget(manager: EntityManager, { id, name, email }: Leaving): Promise<readonly string[]> {
  const found: { id: string; name: string; status: string }[] = await manager.query(
    `SELECT id, name, status FROM applications WHERE ${theirs}`,
    [id, email],
  );
  const ids = found.map((application) => application.id);
  await manager.query(
    `DELETE FROM sensitive_details WHERE subject_kind = 'application' AND subject_id = ANY($1)`,
    [ids],
  );
  await manager.query('DELETE FROM application_references WHERE application_id = ANY($1)', [ids]);
  await manager.query(`DELETE FROM applications WHERE id = ANY($1) AND status = 'draft'`, [ids]);
  await manager.query(
    `UPDATE applications SET person_id = NULL, name = $2, email = NULL, phone = NULL, job_title = NULL, answers = '{}',
       begun_from = NULL, secret_hash = sha256(gen_random_uuid()::text::bytea), version = version + 1
     WHERE id = ANY($1)`,
    [ids, erasedName],
  );
  const [, signedUp]: [unknown, number] = await manager.query(
    'UPDATE applications SET applied_by = NULL, applied_by_name = $2 WHERE applied_by = $1',
    [id, erasedName],
  );
  const [, given]: [unknown, number] = await manager.query(
    `UPDATE application_references SET name = $2, email = NULL, text = NULL,
       secret_hash = sha256(gen_random_uuid()::text::bytea), version = version + 1 WHERE lower(email) = $1`,
    [email, erasedName],
  );
  const marks = [name, email, ...found.map((application) => application.name)].flatMap((mark) => mark ?? []);
  const named = await takeOut(
    manager,
    [...new Set(marks)].filter((mark) => mark !== '' && mark !== erasedName),
  );
  return [
    ...counted(ids.length, 'application for a visit erased', 'applications for visits erased'),
    ...counted(signedUp, 'application names them no longer', 'applications name them no longer'),
    ...counted(given, 'reference for a colleague erased', 'references for colleagues erased'),
    ...counted(named, 'text of an application changed', 'texts of applications changed'),
  ];
}

/** Their name in what others wrote: who supports them, whom they ask. */
async function takeOut(manager: EntityManager, marks: readonly string[]): Promise<number> {
  let named = 0;
  for (const [table, column] of [
    ['applications', 'answers'],
    ['applications', 'applied_by_name'],
    ['application_references', 'text'],
    ['application_references', 'relation'],
  ] as const) {
    const rows: { id: string }[] = await manager.query(
      `SELECT id FROM ${table} WHERE EXISTS (
         SELECT FROM unnest($1::text[]) AS mark WHERE strpos(lower(${column}::text), lower(mark)) > 0)`,
      [marks],
    );
    const where = { table, column, key: ['id'], where: 'id = ANY($1)' };
    named += await eraseNames(
      manager,
      where,
      rows.map((row) => row.id),
      marks,
    );
  }
  return named;
}

const byThem = `(a.person_id = $1 OR lower(a.email) = (SELECT lower(email) FROM people WHERE id = $1))`;

/** What applications for visits hold of people: who applies, who signed them up, who supports them. */
export const applicationsOfPeople: PersonPart = {
  columns: [
    { table: 'applications', column: 'person_id' },
    { table: 'applications', column: 'applied_by' },
  ],
  held: [
    {
      key: 'visitApplications',
      title: 'Study visits that you applied for, or began to',
      columns: {
        visit: 'Visit',
        status: 'State',
        code: 'Code',
        name: 'Your name there',
        email: 'Mail address',
        phone: 'Phone',
        jobTitle: 'What you do',
        organisation: 'For',
        why: 'Why you want to come',
        bringBack: 'What you will bring back',
        supporter: 'Who supports you',
        signedUpBy: 'Signed up by',
        begunFrom: 'Begun from the network',
      },
      query: `SELECT v.title AS visit, a.status, a.code, a.name, a.email, a.phone, a.job_title AS "jobTitle",
          a.organisation_name AS organisation, a.answers ->> 'why' AS why, a.answers ->> 'bringBack' AS "bringBack",
          a.answers ->> 'supporter' AS supporter, a.applied_by_name AS "signedUpBy", a.begun_from AS "begunFrom"
        FROM applications a JOIN visits v ON v.id = a.visit_id WHERE ${byThem} ORDER BY v.first_day, a.started_at`,
    },
    {
      key: 'visitSignUps',
      title: 'Colleagues whom you signed up for study visits',
      columns: { visit: 'Visit', organisation: 'For', status: 'State', by: 'Under your name' },
      query: `SELECT v.title AS visit, a.organisation_name AS organisation, a.status, a.applied_by_name AS by
        FROM applications a JOIN visits v ON v.id = a.visit_id WHERE a.applied_by = $1 ORDER BY v.first_day, a.started_at`,
    },
    {
      key: 'visitReferences',
      title: 'References that you were asked for',
      columns: {
        visit: 'Visit',
        name: 'Your name there',
        email: 'Mail address',
        relation: 'How they say they know you',
        status: 'State',
        text: 'What you wrote',
      },
      query: `SELECT v.title AS visit, r.name, r.email, r.relation, r.status, r.text
        FROM application_references r JOIN applications a ON a.id = r.application_id JOIN visits v ON v.id = a.visit_id
        WHERE lower(r.email) = (SELECT lower(email) FROM people WHERE id = $1) ORDER BY r.asked_at`,
    },
  ],
  forget,
};
