import type { EntityManager } from 'typeorm';

/** Whether somebody travels who applied with this. */
export async function hasPlace(manager: EntityManager, applicationId: string): Promise<boolean> {
  const travellers: unknown[] = await manager.query(
    `SELECT FROM travellers WHERE application_id = $1 AND status = 'confirmed'`,
    [applicationId],
  );
  return travellers.length > 0;
}
