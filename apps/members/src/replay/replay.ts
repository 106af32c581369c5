import { OnReplayRequested } from './messages/on-replay-requested.js';
import { TellAll } from './tell-all.js';

export const replayHandlers = [OnReplayRequested];

/** What tells a service everything once more. */
export const replayProviders = [TellAll];
