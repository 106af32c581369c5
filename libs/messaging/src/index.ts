export * from './dead-letter.entity.js';
export * from './inbox.entity.js';
export * from './message-handler.js';
export * from './outbox-target.entity.js';
export * from './outbox.entity.js';
export * from './outbox.js';
export * from './tables.js';
