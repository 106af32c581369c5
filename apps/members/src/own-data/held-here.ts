import { Injectable } from '@nestjs/common';
import { InjectDataSource } from '@nestjs/typeorm';
import type { DataSource } from 'typeorm';
import { readHeld, type HeldKind, type HeldSection } from '#platform';

/** Everything that this service holds on a person. Secrets are kept as hashes alone, which tell nothing of anybody. */
const kinds: readonly HeldKind[] = [
  {
    key: 'record',
    title: 'Your record',
    columns: {
      name: 'Name',
      preferredName: 'Preferred name',
      pronouns: 'Pronouns',
      jobTitle: 'Job title or office',
      phone: 'Phone',
      createdAt: 'Made',
      changedAt: 'Last changed',
    },
    query: `SELECT name, preferred_name AS "preferredName", pronouns, job_title AS "jobTitle", phone,
      created_at AS "createdAt", changed_at AS "changedAt" FROM people WHERE id = $1 OR merged_into = $1
      ORDER BY merged_into NULLS FIRST`,
  },
  {
    key: 'addresses',
    title: 'E-mail addresses',
    columns: { address: 'Address', verifiedAt: 'Confirmed', isPrimary: 'Mail goes here' },
    query: `SELECT address, verified_at AS "verifiedAt", is_primary AS "isPrimary" FROM emails
      WHERE person_id = $1 ORDER BY is_primary DESC, address`,
  },
  {
    key: 'organisations',
    title: 'Organisations',
    columns: {
      organisation: 'Organisation',
      role: 'As',
      office: 'Office',
      isBookingContact: 'Books for it',
    },
    query: `SELECT o.name AS organisation, a.role, a.office, a.is_booking_contact AS "isBookingContact"
      FROM affiliations a JOIN organisations o ON o.id = a.organisation_id
      WHERE a.person_id = $1 ORDER BY o.name`,
  },
  {
    key: 'boards',
    title: 'Seats on boards',
    columns: { board: 'Board', position: 'Position', startsOn: 'From', endsOn: 'To' },
    query: `SELECT b.name AS board, s.position, s.starts_on AS "startsOn", s.ends_on AS "endsOn"
      FROM seats s JOIN boards b ON b.slug = s.board WHERE s.person_id = $1 ORDER BY s.starts_on`,
  },
  {
    key: 'roles',
    title: 'Roles',
    columns: { role: 'Role', grantedAt: 'Since' },
    query: `SELECT role, granted_at AS "grantedAt" FROM grants WHERE person_id = $1 ORDER BY role`,
  },
  {
    key: 'signIns',
    title: 'Sign-ins',
    columns: {
      createdAt: 'Signed in',
      lastSeenAt: 'Last used',
      userAgent: 'Browser',
      network: 'From',
      endedAt: 'Ended',
    },
    query: `SELECT created_at AS "createdAt", last_seen_at AS "lastSeenAt", user_agent AS "userAgent", network,
      ended_at AS "endedAt" FROM sessions WHERE person_id = $1 ORDER BY created_at`,
  },
  {
    key: 'signInRequests',
    title: 'Requests to sign in',
    columns: { address: 'Address', askedAt: 'Asked', network: 'From', userAgent: 'Browser' },
    query: `SELECT r.address, r.asked_at AS "askedAt", r.network, r.user_agent AS "userAgent"
      FROM sign_in_requests r JOIN emails e ON e.address = r.address
      WHERE e.person_id = $1 ORDER BY r.asked_at`,
  },
  {
    key: 'apiTokens',
    title: 'API tokens',
    columns: {
      name: 'Name',
      scopes: 'For',
      createdAt: 'Made',
      expiresAt: 'Expires',
      lastUsedAt: 'Last used',
      revokedAt: 'Revoked',
    },
    query: `SELECT name, scopes, created_at AS "createdAt", expires_at AS "expiresAt",
      last_used_at AS "lastUsedAt", revoked_at AS "revokedAt"
      FROM api_tokens WHERE person_id = $1 ORDER BY created_at`,
  },
  {
    key: 'history',
    title: 'What your record said before',
    columns: { at: 'When', actor: 'By', action: 'What', reason: 'Why', changes: 'Changes' },
    query: `SELECT at, actor_name AS actor, action, reason,
        (SELECT string_agg(format('%s: “%s” became “%s”', c ->> 'field', c ->> 'before', c ->> 'after'), '; ')
         FROM jsonb_array_elements(changes) c) AS changes
      FROM person_revisions WHERE person_id = $1 ORDER BY version`,
  },
  {
    key: 'audit',
    title: 'Audit log',
    columns: { at: 'When', act: 'What', actor: 'By', subject: 'To' },
    query: `SELECT at, act, actor_name AS actor, subject_name AS subject
      FROM audit_entries WHERE actor_id = $1 OR subject_id = $1 ORDER BY at, id`,
  },
];

/** Reads what this service holds on a person. */
@Injectable()
export class HeldHere {
  constructor(@InjectDataSource() private readonly dataSource: DataSource) {}

  of(personId: string): Promise<HeldSection[]> {
    return readHeld(this.dataSource, kinds, personId);
  }
}
