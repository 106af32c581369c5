import { CreateMessageTables1765100000000 } from './1765100000000-create-message-tables.js';
import { CreateVisits1765100100000 } from './1765100100000-create-visits.js';

/** Every migration, the oldest first. */
export const migrations = [CreateMessageTables1765100000000, CreateVisits1765100100000];
