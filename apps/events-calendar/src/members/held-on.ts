import { Injectable } from '@nestjs/common';
import { InjectDataSource } from '@nestjs/typeorm';
import type { DataSource } from 'typeorm';
import { readHeld, type HeldKind, type HeldSection } from '#platform';

const themselves = `(SELECT id FROM people WHERE id = $1 OR merged_into = $1 UNION SELECT $1)`;

/** Everything that the calendar holds on a person. Of feeds' addresses and of mail addresses it has hashes alone. */
const kinds: readonly HeldKind[] = [
  {
    key: 'rights',
    title: 'What decides what you may see in the calendar',
    columns: { roles: 'Roles given to you', mailHash: 'Fingerprint of your mail address' },
    query: `SELECT array_to_string(roles, ', ') AS roles, encode(email_hash, 'hex') AS "mailHash" FROM people
      WHERE id IN ${themselves} ORDER BY merged_into NULLS FIRST`,
  },
  {
    key: 'organisations',
    title: 'Organisations',
    columns: { organisation: 'Organisation' },
    query: `SELECT coalesce(o.name, a.organisation_id) AS organisation
      FROM affiliations a LEFT JOIN organisations o ON o.id = a.organisation_id
      WHERE a.person_id IN ${themselves} ORDER BY 1`,
  },
  {
    key: 'boards',
    title: 'Seats on boards',
    columns: { board: 'Board', startsOn: 'From', endsOn: 'To' },
    query: `SELECT board_name AS board, starts_on AS "startsOn", ends_on AS "endsOn" FROM seats
      WHERE person_id IN ${themselves} ORDER BY starts_on, board_name`,
  },
  {
    key: 'feeds',
    title: 'Addresses of your own calendar',
    columns: { madeAt: 'Made' },
    query: `SELECT made_at AS "madeAt" FROM personal_feeds WHERE person_id IN ${themselves} ORDER BY made_at`,
  },
  {
    key: 'follows',
    title: 'Events and series that you follow',
    columns: { followed: 'Event or series', since: 'Since', reminders: 'Reminders, days before' },
    query: `SELECT coalesce(e.title, s.name) AS followed, f.since,
        (SELECT string_agg(days_before::text, ', ' ORDER BY days_before) FROM follow_reminders WHERE follow_id = f.id) AS reminders
      FROM follows f LEFT JOIN events e ON e.id = f.event_id LEFT JOIN series s ON s.slug = f.series
      WHERE f.person_id IN ${themselves} ORDER BY f.since`,
  },
  {
    key: 'conferences',
    title: 'Conferences that you take part in',
    columns: { conference: 'Conference' },
    query: `SELECT coalesce(c.facts ->> 'title', d.conference_id::text) AS conference
      FROM conference_delegates d LEFT JOIN shown_things c ON c.id = d.conference_id
      WHERE d.person_id IN ${themselves} ORDER BY 1`,
  },
  {
    key: 'shifts',
    title: 'Your shifts on stands',
    columns: { exhibition: 'Exhibition', from: 'From', until: 'Until' },
    query: `SELECT facts ->> 'exhibitionTitle' AS exhibition, (facts ->> 'start')::timestamptz AS "from",
        (facts ->> 'end')::timestamptz AS until
      FROM stand_shifts WHERE person_id IN ${themselves} ORDER BY 2`,
  },
  {
    key: 'travels',
    title: 'Study visits that you travel with',
    columns: { visit: 'Study visit', from: 'From', until: 'Until' },
    query: `SELECT facts ->> 'visitTitle' AS visit, facts ->> 'firstDay' AS "from", facts ->> 'lastDay' AS until
      FROM visit_travellers WHERE person_id IN ${themselves} ORDER BY 2`,
  },
  {
    key: 'travelItems',
    title: 'What is planned for you on study visits',
    columns: { visit: 'Study visit', title: 'What', from: 'From', until: 'Until', place: 'Where' },
    query: `SELECT i.facts ->> 'visitTitle' AS visit, i.facts ->> 'title' AS title,
        (i.facts ->> 'start')::timestamptz AS "from", (i.facts ->> 'end')::timestamptz AS until, i.facts ->> 'place' AS place
      FROM visit_items i JOIN visit_travellers t ON t.traveller_id = i.traveller_id
      WHERE t.person_id IN ${themselves} ORDER BY 3`,
  },
  {
    key: 'changes',
    title: 'Events that you wrote or changed',
    columns: { event: 'Event', at: 'When', action: 'What', name: 'Under the name of', actor: 'Done by' },
    query: `SELECT e.title AS event, r.at, r.action, r.person_name AS name, coalesce(r.actor_name, r.person_name) AS actor
      FROM event_revisions r JOIN events e ON e.id = r.event_id
      WHERE r.person_id IN ${themselves} OR r.actor_id IN ${themselves} ORDER BY r.at`,
  },
  {
    key: 'imports',
    title: 'Files that you imported',
    columns: { file: 'File', at: 'When', name: 'Name' },
    query: `SELECT file_name AS file, created_at AS at, person_name AS name FROM imports
      WHERE person_id IN ${themselves} ORDER BY created_at`,
  },
  {
    key: 'contacts',
    title: 'Events that name you as the one to ask',
    columns: { event: 'Event', name: 'Name', email: 'Mail address', phone: 'Phone' },
    query: `SELECT title AS event, organiser_name AS name, organiser_email AS email, organiser_phone AS phone FROM events
      WHERE sha256(convert_to(lower(trim(organiser_email)), 'UTF8')) IN
        (SELECT email_hash FROM people WHERE id IN ${themselves}) ORDER BY created_at, id`,
  },
];

/** All that the calendar holds on a person, for their own eyes. */
@Injectable()
export class HeldOn {
  constructor(@InjectDataSource() private readonly dataSource: DataSource) {}

  of(personId: string): Promise<HeldSection[]> {
    return readHeld(this.dataSource, kinds, personId);
  }
}
