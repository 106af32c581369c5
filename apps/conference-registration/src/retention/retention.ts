import { ForgetBooks } from './forget-books.js';
import { ForgetPeople } from './forget-people.js';
import { ForgetStandShifts } from './forget-stand-shifts.js';
import { ForgetVisitTravellers } from './forget-visit-travellers.js';
import { KeepRetention } from './keep-retention.schedule.js';

export const retentionProviders = [ForgetPeople, ForgetBooks, ForgetStandShifts, ForgetVisitTravellers];

export const retentionSchedules = [KeepRetention];
