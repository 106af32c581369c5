/**
 * The name of the variable that holds an app's internal address: `events-calendar` → `EVENTS_CALENDAR_URL`.
 */
export function addressVariable(app: string): string {
  return `${app.replaceAll('-', '_').toUpperCase()}_URL`;
}
