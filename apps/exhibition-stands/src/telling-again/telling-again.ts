import { retellingHandlers, TELL_AGAIN } from '#messaging';
import { TellStandsAgain } from './tell-stands-again.js';

/** What tells others once more what is to come on the stands. */
export const tellingAgainProviders = [{ provide: TELL_AGAIN, useClass: TellStandsAgain }];

/** What handles their asking. */
export const tellingAgainHandlers = retellingHandlers('exhibition-stands');
