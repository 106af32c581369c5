import { retellingHandlers, TELL_AGAIN } from '#messaging';
import { RetellTravellers } from './retell-travellers.js';
import { TellVisitsAgain } from './tell-visits-again.js';

/** What tells others once more which visits are to come, and who travels; all of them, or those of a visit that changed. */
export const tellingAgainProviders = [RetellTravellers, { provide: TELL_AGAIN, useClass: TellVisitsAgain }];

/** What handles their asking. */
export const tellingAgainHandlers = retellingHandlers('study-visits');
