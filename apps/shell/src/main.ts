import {
  createLog,
  createService,
  listenUntilStopped,
  PublicResponses,
  runService,
  securityHeaders,
  TokenVerifier,
} from '#platform';
import { Site } from '#ui';
import { access } from './access.js';
import { siteChrome } from './chrome/site-chrome.js';
import { askMembers } from './identity/ask-members.js';
import { followEndedSessions } from './identity/follow-ended-sessions.js';
import { SignIns } from './identity/sign-ins.js';
import { WhoAsks } from './identity/who-asks.js';
import { OpenStreams } from './open-streams.js';
import { OwnAnswers } from './own-answers.js';
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
  const members = { upstream: settings.upstreams.get('members') ?? '', key: settings.INTERNAL_KEY };
  const signIns = new SignIns(askMembers(members.upstream, members.key), (error) =>
    log.warn({ err: error }, 'members cannot say who somebody is'),
  );
  const whoAsks = new WhoAsks(signIns, settings.PUBLIC_URL);
  const verifier = TokenVerifier.remote(settings.IDENTITY_KEYS_URL, 'shell');
  const streams = new OpenStreams();
  const ownAnswers = new OwnAnswers({ site, verifier, headers: securityHeaders(settings.PUBLIC_URL) });
  const app = await createService({
    name: 'shell',
    module: ShellModule.with({ settings, site, chrome, whoAsks, streams }),
    log,
    publicUrl: settings.PUBLIC_URL,
    access,
    verifier,
    identityToken: (request) => whoAsks.token(request.raw, 'shell'),
    publicResponses,
    errorPage: site.errorPage,
    readiness: [],
    maxUploadBytes: null,
    passThrough: passThrough({
      upstreams: settings.upstreams,
      proxies: settings.TRUST_PROXY,
      whoAsks,
      ownAnswers,
      streams,
      log,
    }),
  });
  followEndedSessions({
    ...members,
    follower: signIns,
    lost: (error) => log.warn({ err: error }, 'members does not tell of ended sessions; asking more often'),
    found: () => log.info('members tells of ended sessions again'),
  });
  await listenUntilStopped(app, log, settings);
});
