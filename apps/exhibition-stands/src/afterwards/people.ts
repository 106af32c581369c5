import type { EntityManager } from 'typeorm';
import { counted, erasedName, eraseNames, type Leaving, type PersonPart } from '#people';

/** What they said goes; that somebody was thanked stays. Comes before the team forgets who they are. */
async function forget(manager: EntityManager, { id, name, email }: Leaving): Promise<readonly string[]> {
  const members: { id: string; name: string; email: string | null }[] = await manager.query(
    'SELECT id, name, email FROM team_members WHERE person_id = $1 OR lower(email) = $2',
    [id, email],
  );
  const ids = members.map((member) => member.id);
  const [, answers]: [unknown, number] = await manager.query(
    'DELETE FROM stand_feedback WHERE team_member_id = ANY($1)',
    [ids],
  );
  await manager.query('UPDATE thanks SET secret_hash = NULL WHERE team_member_id = ANY($1)', [ids]);
  await manager.query(
    `UPDATE thanks SET contact_person_id = nullif(contact_person_id, $1), sent_by = nullif(sent_by, $1)
     WHERE contact_person_id = $1 OR sent_by = $1`,
    [id],
  );
  const [, owned]: [unknown, number] = await manager.query(
    `UPDATE carry_notes
     SET owner_name = CASE WHEN owner_person_id = $1 THEN NULL ELSE owner_name END,
       done_by_name = CASE WHEN done_by = $1 THEN $2 ELSE done_by_name END,
       owner_person_id = nullif(owner_person_id, $1), done_by = nullif(done_by, $1), version = version + 1
     WHERE owner_person_id = $1 OR done_by = $1`,
    [id, erasedName],
  );
  const marks = [name, email, ...members.flatMap((member) => [member.name, member.email])].filter(
    (mark) => mark !== null,
  );
  const named = await eraseWords(manager, marks);
  return [
    ...counted(answers, 'answer how a stand was deleted', 'answers how stands were deleted'),
    ...counted(
      owned + named,
      'note for a stand of next year names them no longer',
      'notes for stands of next year name them no longer',
    ),
  ];
}

/** Notes and thanks may name anybody, whichever exhibition they are of; there are few. */
async function eraseWords(manager: EntityManager, marks: readonly string[]): Promise<number> {
  const all = 'cardinality($1::text[]) = 0';
  const texts = [
    { table: 'carry_notes', column: 'text', key: ['id'], where: all },
    { table: 'thanks_words', column: 'people', key: ['exhibition_id'], where: all },
    { table: 'thanks_words', column: 'organisations', key: ['exhibition_id'], where: all },
  ];
  const said = `${all} AND action LIKE 'Note %'`;
  const history = [
    { table: 'exhibition_history', column: 'action', key: ['id'], where: said },
    { table: 'exhibition_history', column: 'changes', key: ['id'], where: said },
  ];
  let named = 0;
  for (const text of texts) named += await eraseNames(manager, text, [], marks);
  for (const text of history) await eraseNames(manager, text, [], marks);
  return named;
}

const isTheirs = `t.person_id = $1 OR lower(t.email) = (SELECT lower(email) FROM people WHERE id = $1)`;

/** What is held of people after a stand: that they were thanked, what they said, the notes that are theirs. */
export const afterwardsOfPeople: PersonPart = {
  columns: [
    { table: 'thanks', column: 'contact_person_id' },
    { table: 'thanks', column: 'sent_by' },
    { table: 'carry_notes', column: 'owner_person_id' },
    { table: 'carry_notes', column: 'done_by' },
  ],
  held: [
    {
      key: 'standThanks',
      title: 'Stands for which we thanked you',
      columns: { exhibition: 'Exhibition', at: 'When', minutes: 'Minutes that you stood' },
      query: `SELECT e.title AS exhibition, h.sent_at AS at, h.minutes
        FROM thanks h JOIN team_members t ON t.id = h.team_member_id JOIN exhibitions e ON e.id = h.exhibition_id
        WHERE ${isTheirs} ORDER BY h.sent_at`,
    },
    {
      key: 'organisationThanks',
      title: 'Thanks for stands that you sent, or had for your organisation',
      columns: { exhibition: 'Exhibition', at: 'When', organisation: 'Organisation' },
      query: `SELECT e.title AS exhibition, h.sent_at AS at, o.name AS organisation
        FROM thanks h JOIN exhibitions e ON e.id = h.exhibition_id LEFT JOIN organisations o ON o.id = h.organisation_id
        WHERE h.contact_person_id = $1 OR h.sent_by = $1 ORDER BY h.sent_at`,
    },
    {
      key: 'standFeedback',
      title: 'What you told us of how a stand was',
      columns: {
        exhibition: 'Exhibition',
        at: 'When',
        rating: 'How it was, of 5',
        fair: 'Was the rota fair to you',
        well: 'What went well',
        change: 'What to change',
        again: 'Would you stand again',
        quote: 'May we quote you',
      },
      query: `SELECT e.title AS exhibition, f.answered_at AS at, f.rating, f.fair, f.went_well AS well, f.to_change AS change,
          f.again, f.may_quote AS quote
        FROM stand_feedback f JOIN team_members t ON t.id = f.team_member_id JOIN exhibitions e ON e.id = f.exhibition_id
        WHERE ${isTheirs} ORDER BY f.answered_at`,
    },
    {
      key: 'carriedNotes',
      title: 'Notes for stands of next year that are yours, or that you settled',
      columns: { exhibition: 'Exhibition', note: 'Note', done: 'Settled' },
      query: `SELECT e.title AS exhibition, n.text AS note, n.done_at AS done
        FROM carry_notes n JOIN exhibitions e ON e.id = n.exhibition_id
        WHERE n.owner_person_id = $1 OR n.done_by = $1 ORDER BY n.id`,
    },
  ],
  forget,
};
