/**
 * A statement that empties tables while services use them, which may lock them in another order. It never makes a service
 * the one that has to give way: it waits for a lock for less time than PostgreSQL takes to look for a deadlock (a second), lets
 * go of those it has, and begins again.
 *
 * @param tables with commas between them; `CASCADE` may follow
 */
export function emptying(tables: string): string {
  return `
    DO $$
    BEGIN
      PERFORM set_config('lock_timeout', '200ms', true);
      LOOP
        BEGIN
          TRUNCATE ${tables};
          EXIT;
        EXCEPTION WHEN lock_not_available OR deadlock_detected THEN
        END;
      END LOOP;
    END $$`;
}
