import { appNames, typesConsumedBy, typesProducedBy, type AppName } from '#contracts';

/** Every app that sends or gets messages; each tells how they fare. */
export const appsWithMessages: readonly AppName[] = appNames.filter(
  (app) => typesConsumedBy(app).length + typesProducedBy(app).length > 0,
);

/** The app of that name, if it has messages. */
export function appWithMessages(name: string): AppName | null {
  return appsWithMessages.find((app) => app === name) ?? null;
}
