import { OnCalendarReplayRequested } from './messages/on-calendar-replay-requested.js';
import { OnConferenceReplayRequested } from './messages/on-conference-replay-requested.js';
import { OnMailerReplayRequested } from './messages/on-mailer-replay-requested.js';
import { OnStandsReplayRequested } from './messages/on-stands-replay-requested.js';
import { OnVisitsReplayRequested } from './messages/on-visits-replay-requested.js';
import { Replay } from './replay-to.js';
import { TellAll } from './tell-all.js';

export const replayHandlers = [
  OnCalendarReplayRequested,
  OnConferenceReplayRequested,
  OnStandsReplayRequested,
  OnVisitsReplayRequested,
  OnMailerReplayRequested,
];

/** What tells a service everything once more. */
export const replayProviders = [TellAll, Replay];
