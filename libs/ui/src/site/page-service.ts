import type { DynamicModule } from '@nestjs/common';
import type { DataSource } from 'typeorm';
import {
  ChangeNotices,
  createLog,
  createService,
  listenUntilStopped,
  type Log,
  PublicResponses,
  runService,
  securityHeaders,
  TokenVerifier,
  type AccessTable,
  type ReadinessCheck,
  type pageServiceSettings,
} from '#platform';
import type { z } from 'zod';
import { ChromeClient } from '../chrome/chrome-client.js';
import type { NavigationEntry } from '../chrome/chrome.js';
import { fallbackChrome } from './fallback-chrome.js';
import { generationsOf } from './generations.js';
import { Site } from './site.js';

type PageSettings = z.output<z.ZodObject<typeof pageServiceSettings>>;

/** What a service's Nest module is made of. */
export interface PageServiceParts<Settings> {
  readonly settings: Settings;
  readonly site: Site;
  readonly dataSource: DataSource;
  readonly publicResponses: PublicResponses;
  readonly notices: ChangeNotices;
  readonly log: Log;
  /** What is asked before the service calls itself ready; its module may add to it. */
  readonly readiness: ReadinessCheck[];
}

/** A service that keeps data and shows pages of its own. */
export interface PageService<Settings extends PageSettings> {
  /** The app's name; identity tokens must be made out to it. */
  readonly name: string;
  readonly navigation: NavigationEntry;
  /** The channel on which its tables' triggers announce changes. */
  readonly changeChannel: string;
  readonly access: AccessTable;
  /** Largest file that may be uploaded, in bytes. */
  readonly maxUploadBytes: number;
  /** @throws SettingProblem naming what is missing or wrong */
  readSettings(this: void, env: NodeJS.ProcessEnv): Settings;
  createDataSource(this: void, databaseUrl: string): DataSource;
  module(this: void, parts: PageServiceParts<Settings>): DynamicModule;
}

/** Runs a service until it is told to stop. */
export function runPageService<Settings extends PageSettings>(service: PageService<Settings>): Promise<void> {
  return runService(service.name, async () => {
    const settings = service.readSettings(process.env);
    const log = createLog(service.name, settings.LOG_LEVEL);
    const chrome = new ChromeClient({
      url: `${settings.SHELL_URL}/chrome`,
      fallback: fallbackChrome(service.navigation),
      onFailure: (reason) => log.warn({ err: reason }, 'chrome cannot be had from the shell; using our own'),
      onRecovery: () => log.info('chrome comes from the shell again'),
    });
    const notices = new ChangeNotices(settings.DATABASE_URL, service.changeChannel, log);
    const publicResponses = new PublicResponses(
      generationsOf(notices, chrome),
      securityHeaders(settings.PUBLIC_URL),
    );
    const site = new Site({
      section: service.navigation.section,
      publicUrl: settings.PUBLIC_URL,
      chrome: () => chrome.current(),
      publicResponses,
    });
    const dataSource = service.createDataSource(settings.DATABASE_URL);
    const readiness: ReadinessCheck[] = [
      { name: 'database', check: async () => void (await dataSource.query('SELECT 1')) },
    ];
    const app = await createService({
      name: service.name,
      module: service.module({ settings, site, dataSource, publicResponses, notices, log, readiness }),
      log,
      publicUrl: settings.PUBLIC_URL,
      access: service.access,
      internalKey: settings.INTERNAL_KEY,
      verifier: settings.IDENTITY_KEYS_URL
        ? TokenVerifier.remote(settings.IDENTITY_KEYS_URL, service.name)
        : null,
      publicResponses,
      errorPage: site.errorPage,
      readiness,
      maxUploadBytes: service.maxUploadBytes,
    });
    notices.start();
    void chrome.refresh();
    await listenUntilStopped(app, log, settings);
  });
}
