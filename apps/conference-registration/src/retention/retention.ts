import { ForgetBooks } from './forget-books.js';
import { ForgetPeople } from './forget-people.js';
import { ForgetStandShifts } from './forget-stand-shifts.js';
import { KeepRetention } from './keep-retention.schedule.js';

export const retentionProviders = [ForgetPeople, ForgetBooks, ForgetStandShifts];

export const retentionSchedules = [KeepRetention];
