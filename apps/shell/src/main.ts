import {
  createLog,
  createService,
  listenUntilStopped,
  PublicResponses,
  runService,
  securityHeaders,
} from '#platform';
import { Site } from '#ui';
import { access } from './access.js';
import { siteChrome } from './chrome/site-chrome.js';
import { passThrough } from './pass-through.js';
import { readShellSettings } from './settings.js';
import { ShellModule } from './shell.module.js';

await runService('shell', async () => {
  const settings = readShellSettings(process.env);
  const log = createLog('shell', settings.LOG_LEVEL);
  const chrome = siteChrome();
  // The shell's own pages are made of other services' pieces, whose changes it is not told of: none is kept.
  const publicResponses = new PublicResponses(() => null);
  const site = new Site({
    section: null,
    publicUrl: settings.PUBLIC_URL,
    chrome: () => chrome,
    publicResponses,
  });
  const headers = securityHeaders(settings.PUBLIC_URL);
  const app = await createService({
    name: 'shell',
    module: ShellModule.with(settings, site, chrome),
    log,
    publicUrl: settings.PUBLIC_URL,
    access,
    verifier: null,
    publicResponses,
    errorPage: site.errorPage,
    readiness: [],
    maxUploadBytes: null,
    passThrough: passThrough({
      upstreams: settings.upstreams,
      chrome,
      proxies: settings.TRUST_PROXY,
      headers,
      log,
    }),
  });
  await listenUntilStopped(app, log, settings);
});
