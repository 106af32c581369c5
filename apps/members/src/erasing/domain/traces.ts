/** What stands in place of an erased person's name. */
export const erasedName = 'Erased person';

/** A place in our tables that points at a person, and what erasing the person makes of it. */
export interface Trace {
  readonly table: string;
  /** The column that holds the person's id. */
  readonly column: string;
  /**
   * `delete`: the row goes. `unname`: {@link erasedName} is written in that column, and the id alone stays, which then
   * says nothing. `clear`: these columns are emptied. `keep`: nothing there tells of the person.
   */
  readonly made: 'delete' | 'keep' | { readonly unname: string } | { readonly clear: readonly string[] };
  readonly why: string;
}

/**
 * Every column of ours that points at a person. A test compares it with the database, so that a new table cannot be
 * forgotten when a person is to be.
 */
export const traces: readonly Trace[] = [
  { table: 'emails', column: 'person_id', made: 'delete', why: 'It reaches the person.' },
  { table: 'affiliations', column: 'person_id', made: 'delete', why: 'It says where the person works.' },
  { table: 'seats', column: 'person_id', made: 'delete', why: 'It says what the person did.' },
  { table: 'grants', column: 'person_id', made: 'delete', why: 'Nobody may use the role any more.' },
  {
    table: 'grants',
    column: 'granted_by',
    made: 'keep',
    why: 'The id alone; the audit log tells who it was for as long as it is kept.',
  },
  {
    table: 'person_revisions',
    column: 'person_id',
    made: 'delete',
    why: 'What the record said before is as personal as what it said last.',
  },
  {
    table: 'person_revisions',
    column: 'actor_id',
    made: { unname: 'actor_name' },
    why: 'Histories of others stay whole, without the name.',
  },
  {
    table: 'organisation_revisions',
    column: 'actor_id',
    made: { unname: 'actor_name' },
    why: 'Histories of organisations stay whole, without the name.',
  },
  {
    table: 'audit_entries',
    column: 'actor_id',
    made: { unname: 'actor_name' },
    why: 'That it happened stays on record, without the name.',
  },
  {
    table: 'audit_entries',
    column: 'subject_id',
    made: { unname: 'subject_name' },
    why: 'That it happened stays on record, without the name.',
  },
  {
    table: 'audit_entries',
    column: 'on_behalf_of_id',
    made: 'keep',
    why: 'The id alone.',
  },
  {
    table: 'people',
    column: 'merged_into',
    made: 'keep',
    why: 'Records that were merged into this one are erased with it.',
  },
  {
    table: 'erasures',
    column: 'person_id',
    made: 'keep',
    why: 'It says that the person was erased, and nothing else of them.',
  },
  {
    table: 'sessions',
    column: 'person_id',
    made: 'delete',
    why: 'It says when and from where they signed in.',
  },
  {
    table: 'sessions',
    column: 'acting_for',
    made: { clear: ['acting_for', 'acting_until'] },
    why: 'The session is another’s, and there is nobody left to act for.',
  },
  { table: 'api_tokens', column: 'person_id', made: 'delete', why: 'It has a name that they gave it.' },
];
