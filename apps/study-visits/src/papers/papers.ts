import { ForgetPapers } from './forget-papers.schedule.js';
import { KeepPaper } from './keep-paper.js';

/** What travellers and others are given in writing, in versions. */
export const paperProviders = [KeepPaper];

export const paperSchedules = [ForgetPapers];
