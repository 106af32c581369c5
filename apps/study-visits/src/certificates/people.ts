import type { EntityManager } from 'typeorm';
import { counted, eraseNames, type Leaving, type PersonPart } from '#people';

/** Their certificates go, and with them their numbers. To be done before the travellers forget whom they are of. */
async function forget(manager: EntityManager, { id, name, email }: Leaving): Promise<readonly string[]> {
  const [, certificates]: [unknown, number] = await manager.query(
    `DELETE FROM visit_certificates WHERE traveller_id IN (
       SELECT id FROM travellers WHERE person_id = $1 OR lower(email) = $2)`,
    [id, email],
  );
  const marks = [name, email].filter((mark) => mark !== null);
  const where = 'withdrawn_why IS NOT NULL AND cardinality($1::text[]) = 0';
  const why = { table: 'visit_certificates', column: 'withdrawn_why', key: ['traveller_id'], where };
  await eraseNames(manager, why, [], marks);
  return counted(certificates, 'certificate of attendance deleted', 'certificates of attendance deleted');
}

/** Certificates of attendance. */
export const certificatesOfPeople: PersonPart = {
  columns: [],
  held: [
    {
      key: 'visitCertificates',
      title: 'Certificates that you were on a study visit',
      columns: {
        visit: 'Visit',
        number: 'Number',
        days: 'Days',
        minutes: 'Minutes at hosts and in sessions',
        issued: 'Given',
        why: 'Why it was withdrawn',
      },
      query: `SELECT v.title AS visit, c.number, c.days, c.minutes, c.issued_at AS issued, c.withdrawn_why AS why
        FROM visit_certificates c JOIN travellers t ON t.id = c.traveller_id JOIN visits v ON v.id = c.visit_id
        WHERE t.person_id = $1 OR lower(t.email) = (SELECT lower(email) FROM people WHERE id = $1)
        ORDER BY v.first_day`,
    },
  ],
  forget,
};
