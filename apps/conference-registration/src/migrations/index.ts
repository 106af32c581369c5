import { CreateMessageTables1763781000000 } from './1763781000000-create-message-tables.js';
import { CreateIdempotencyKeys1763781001000 } from './1763781001000-create-idempotency-keys.js';

/** Every migration, the oldest first. */
export const migrations = [CreateMessageTables1763781000000, CreateIdempotencyKeys1763781001000];
