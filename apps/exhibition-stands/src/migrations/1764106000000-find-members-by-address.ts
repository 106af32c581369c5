import type { MigrationInterface, QueryRunner } from 'typeorm';

export class FindMembersByAddress1764106000000 implements MigrationInterface {
  name = 'FindMembersByAddress1764106000000';

  async up(query: QueryRunner): Promise<void> {
    // Where else somebody helps, and what `members` tells of an address, is looked for in all teams; the key of addresses begins
    // with the team.
    await query.query(
      'CREATE INDEX team_members_address_idx ON team_members (lower(email)) WHERE email IS NOT NULL',
    );
  }

  async down(query: QueryRunner): Promise<void> {
    await query.query('DROP INDEX team_members_address_idx');
  }
}
