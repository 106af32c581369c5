import { AsyncLocalStorage } from 'node:async_hooks';
import type { DynamicModule, Provider } from '@nestjs/common';
import type { Logger } from 'typeorm';
import { ChangeNotices, createLog, createService, PublicResponses, TokenVerifier } from '#platform';
import { Site } from '#ui';
import { access } from '../../apps/exhibition-stands/src/access.js';
import { islands } from '../../apps/exhibition-stands/src/assets/islands.js';
import { createDataSource } from '../../apps/exhibition-stands/src/data-source.js';
import { ExhibitionStandsModule } from '../../apps/exhibition-stands/src/exhibition-stands.module.js';
import { FillWorker } from '../../apps/exhibition-stands/src/rota/fill/fill-worker.js';
import { readStandSettings } from '../../apps/exhibition-stands/src/settings.js';
import { fallbackChrome } from '../../libs/ui/src/site/fallback-chrome.js';
import type { StandsStage } from './stage.js';

const app = 'exhibition-stands';

/** A statement that a page asked the database. */
export interface Statement {
  readonly sql: string;
  readonly parameters: readonly unknown[];
}

/** The app's pages in this process, where it can be seen what they ask the database. */
export interface CountedPages {
  /** Asks for a page. @returns what was asked for it alone, in its order */
  statementsOf(
    this: void,
    path: string,
    headers: Readonly<Record<string, string>>,
  ): Promise<readonly Statement[]>;
  stop(this: void): Promise<void>;
}

/** What works by itself in the background, and has nothing to do with any page. */
const inBackground: ReadonlySet<string> = new Set(['Messaging', FillWorker.name]);

const isForPages = (provider: Provider): boolean =>
  typeof provider === 'function' ||
  typeof provider.provide !== 'function' ||
  !inBackground.has(provider.provide.name);

/** Starts the app once more, on the database of a stage that runs. */
export async function startCountedPages({ system, identity }: StandsStage): Promise<CountedPages> {
  const asking = new AsyncLocalStorage<Statement[]>();
  const nothing = () => undefined;
  const logger: Logger = {
    logQuery: (sql, parameters) =>
      void asking.getStore()?.push({ sql, parameters: Array.isArray(parameters) ? parameters : [] }),
    logQueryError: nothing,
    logQuerySlow: nothing,
    logSchemaBuild: nothing,
    logMigration: nothing,
    log: nothing,
  };
  // Scripts are bundled by the build, which sources know nothing of.
  islands.address = (name) => `/stands/assets/${name}.js`;
  const databaseUrl = system.databaseUrl(app);
  const publicUrl = system.urls[app] ?? '';
  const settings = readStandSettings({
    LISTEN_PORT: '0',
    PUBLIC_URL: publicUrl,
    SHELL_URL: publicUrl,
    DATABASE_URL: databaseUrl,
    QUEUE_URL: databaseUrl,
    LINK_SECRET: system.secrets.links,
  });
  const log = createLog(app, 'silent');
  const publicResponses = new PublicResponses(() => null);
  const chrome = fallbackChrome({ section: 'stands', label: 'Stands', href: '/stands' });
  const site = new Site({ section: 'stands', publicUrl, chrome: () => chrome, publicResponses });
  const dataSource = createDataSource(databaseUrl);
  dataSource.setOptions({ logging: ['query'], logger });
  const whole = ExhibitionStandsModule.with({
    settings,
    site,
    dataSource,
    publicResponses,
    notices: new ChangeNotices(databaseUrl, 'exhibition_stands_changed', log),
    log,
    readiness: [],
  });
  const module: DynamicModule = {
    ...whole,
    providers: [
      ...(whole.providers ?? []).filter(isForPages),
      { provide: FillWorker, useValue: { wakeWaiting: nothing } },
    ],
  };
  const service = await createService({
    name: app,
    module,
    log,
    publicUrl,
    access,
    internalKey: 'a key that nobody uses',
    verifier: TokenVerifier.remote(identity.env['IDENTITY_KEYS_URL'] ?? '', app),
    publicResponses,
    errorPage: site.errorPage,
    readiness: [],
    maxUploadBytes: 1024,
  });
  await service.init();
  const fastify = service.getHttpAdapter().getInstance();
  await fastify.ready();
  return {
    statementsOf: (path, headers) => {
      const statements: Statement[] = [];
      return asking.run(statements, async () => {
        const { statusCode } = await fastify.inject({
          method: 'GET',
          url: path,
          headers: { ...headers, accept: 'text/html' },
        });
        if (statusCode !== 200) throw new Error(`${path} answers ${statusCode}`);
        return statements;
      });
    },
    stop: () => service.close(),
  };
}
