import { OwnPapersController } from './api/own-papers.controller.js';
import { KeepPaper } from './keep-paper.js';
import { OwnPapersPage } from './own/own-papers.page.js';
import { OwnPapers } from './own/own-papers.js';
import { ReadPartyFacts } from './own/party-facts.js';

export const paperPages = [OwnPapersPage, OwnPapersController];

/** What travellers and others are given in writing, in versions. */
export const paperProviders = [KeepPaper, ReadPartyFacts, OwnPapers];
