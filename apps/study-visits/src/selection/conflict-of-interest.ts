/**
 * SQL: whether somebody has to do with an application `a`, so that they do not score it: `own` when it is theirs;
 * `organisation` when it is of one that they belong to; else NULL. Staff who typed in what came by post may score it.
 *
 * @param person SQL for their id
 */
export const conflictOfInterest = (person: string): string => `
  CASE WHEN a.person_id = ${person}
      OR lower(a.email) = (SELECT lower(p.email) FROM people p WHERE p.id = ${person}) THEN 'own'
    WHEN EXISTS (SELECT FROM affiliations f LEFT JOIN organisations o ON o.id = f.organisation_id
      WHERE f.person_id = ${person}
        AND (f.organisation_id = a.organisation_id OR lower(o.name) = lower(btrim(a.organisation_name))))
    THEN 'organisation' END`;
