import type { EntityManager } from 'typeorm';
import { counted, erasedName, type Leaving, type PersonPart } from '#people';

/** What was sealed of them goes; that somebody looked at others' details stays, without a name. */
async function forget(manager: EntityManager, { id, email }: Leaving): Promise<readonly string[]> {
  const [, details]: [unknown, number] = await manager.query(
    `DELETE FROM sensitive_details d USING travellers t
     WHERE d.subject_kind = 'traveller' AND t.id = d.subject_id AND (t.person_id = $1 OR lower(t.email) = $2)`,
    [id, email],
  );
  const [, looks]: [unknown, number] = await manager.query(
    'UPDATE sensitive_looks SET person_id = NULL, person_name = $2 WHERE person_id = $1',
    [id, erasedName],
  );
  return [
    ...counted(details, 'sealed detail for a visit erased', 'sealed details for visits erased'),
    ...counted(
      looks,
      'look at others’ details without their name',
      'looks at others’ details without their name',
    ),
  ];
}

/** Sensitive details of travellers, and who looked at them. What is sealed is shown on their own page, not here. */
export const secretsOfPeople: PersonPart = {
  columns: [{ table: 'sensitive_looks', column: 'person_id' }],
  held: [
    {
      key: 'sealedDetails',
      title: 'What is kept sealed for study visits; your own page of the visit shows it',
      columns: { visit: 'Visit', field: 'What', changed: 'Last changed', consent: 'You agreed on' },
      query: `SELECT v.title AS visit, d.field, d.changed_at AS changed, d.consent_at AS consent
        FROM sensitive_details d
          JOIN travellers t ON d.subject_kind = 'traveller' AND t.id = d.subject_id
          JOIN visits v ON v.id = d.visit_id
        WHERE t.person_id = $1 OR lower(t.email) = (SELECT lower(email) FROM people WHERE id = $1)
        ORDER BY v.first_day, d.field`,
    },
    {
      key: 'looksAtYours',
      title: 'Who looked at what is kept sealed of you',
      columns: { visit: 'Visit', at: 'When', who: 'Who', fields: 'What', why: 'Why' },
      query: `SELECT v.title AS visit, l.at, l.person_name AS who, array_to_string(l.fields, ', ') AS fields, l.why
        FROM sensitive_looks l
          JOIN travellers t ON l.subject_kind = 'traveller' AND t.id = l.subject_id
          JOIN visits v ON v.id = l.visit_id
        WHERE t.person_id = $1 OR lower(t.email) = (SELECT lower(email) FROM people WHERE id = $1)
        ORDER BY l.at`,
    },
    {
      key: 'looksByYou',
      title: 'Sealed details of travellers that you looked at',
      columns: { visit: 'Visit', at: 'When', fields: 'What', why: 'Why' },
      query: `SELECT v.title AS visit, l.at, array_to_string(l.fields, ', ') AS fields, l.why
        FROM sensitive_looks l JOIN visits v ON v.id = l.visit_id WHERE l.person_id = $1 ORDER BY l.at`,
    },
  ],
  forget,
};
