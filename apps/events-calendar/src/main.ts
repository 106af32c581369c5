import {
  ChangeNotices,
  createLog,
  createService,
  listenUntilStopped,
  PublicResponses,
  runService,
  securityHeaders,
  TokenVerifier,
} from '#platform';
import { ChromeClient, Site } from '#ui';
import { access } from './access.js';
import { createDataSource } from './data-source.js';
import { EventsCalendarModule } from './events-calendar.module.js';
import { fallbackChrome } from './fallback-chrome.js';
import { calendarGenerations } from './generations.js';
import { readCalendarSettings } from './settings.js';

/** Large enough for 10,000 rows with long descriptions, small enough to hold in memory. */
const maxUploadBytes = 10 * 1024 * 1024;

await runService('events-calendar', async () => {
  const settings = readCalendarSettings(process.env);
  const log = createLog('events-calendar', settings.LOG_LEVEL);
  const chrome = new ChromeClient({
    url: `${settings.SHELL_URL}/chrome`,
    fallback: fallbackChrome(),
    onFailure: (reason) => log.warn({ err: reason }, 'chrome cannot be had from the shell; using our own'),
    onRecovery: () => log.info('chrome comes from the shell again'),
  });
  const notices = new ChangeNotices(settings.DATABASE_URL, 'events_calendar_changed', log);
  const publicResponses = new PublicResponses(
    calendarGenerations(notices, chrome),
    securityHeaders(settings.PUBLIC_URL),
  );
  const site = new Site({
    section: 'calendar',
    publicUrl: settings.PUBLIC_URL,
    chrome: () => chrome.current(),
    publicResponses,
  });
  const dataSource = createDataSource(settings.DATABASE_URL);
  const app = await createService({
    name: 'events-calendar',
    module: EventsCalendarModule.with({ settings, site, dataSource, publicResponses, notices, log }),
    log,
    publicUrl: settings.PUBLIC_URL,
    access,
    verifier: settings.IDENTITY_KEYS_URL
      ? TokenVerifier.remote(settings.IDENTITY_KEYS_URL, 'events-calendar')
      : null,
    publicResponses,
    errorPage: site.errorPage,
    readiness: [{ name: 'database', check: async () => void (await dataSource.query('SELECT 1')) }],
    maxUploadBytes,
  });
  notices.start();
  void chrome.refresh();
  await listenUntilStopped(app, log, settings);
});
