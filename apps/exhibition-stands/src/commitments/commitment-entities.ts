import { KnownConferenceRow } from './known-conference.entity.js';
import { KnownDelegateRow } from './known-delegate.entity.js';

/** What is known of where people are to be when they are not on a stand. */
export const commitmentEntities = [KnownConferenceRow, KnownDelegateRow];
