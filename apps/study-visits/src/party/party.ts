import { PartyController } from './api/party.controller.js';
import { PartyPage } from './pages/party.page.js';
import { ReadAgreed } from './read-agreed.js';
import { ReadParty } from './read-party.js';

/** Who travels together, as far as each agreed to be named. */
export const partyPages = [PartyPage, PartyController];

export const partyProviders = [ReadAgreed, ReadParty];
