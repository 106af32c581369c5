import { ForgetBooks } from './forget-books.js';
import { ForgetPeople } from './forget-people.js';
import { KeepRetention } from './keep-retention.schedule.js';

export const retentionProviders = [ForgetPeople, ForgetBooks];

export const retentionSchedules = [KeepRetention];
