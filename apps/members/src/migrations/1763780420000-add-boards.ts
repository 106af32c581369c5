import type { MigrationInterface, QueryRunner } from 'typeorm';

/** The network's boards, by the slugs that the calendar's events have. */
const boards = [
  ['executive-oversight-committee', 'Executive Oversight Committee'],
  ['values-and-principles-board', 'Values & Principles Board'],
  ['finance-and-general-purposes-group', 'Finance and General Purposes Group'],
  ['neighbourhoods-steering-group', 'Co-operative Neighbourhoods steering group'],
] as const;

export class AddBoards1763780420000 implements MigrationInterface {
  name = 'AddBoards1763780420000';

  async up(query: QueryRunner): Promise<void> {
    for (const board of boards) {
      await query.query('INSERT INTO boards (slug, name) VALUES ($1, $2)', [...board]);
    }
  }

  async down(query: QueryRunner): Promise<void> {
    await query.query('DELETE FROM boards WHERE slug = ANY($1)', [boards.map(([slug]) => slug)]);
  }
}
