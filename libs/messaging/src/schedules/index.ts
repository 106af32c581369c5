export * from './due-times.js';
export * from './prune-messages.js';
export * from './run-schedule.js';
export * from './schedule-run.entity.js';
export * from './schedule-runs.js';
export * from './schedule-tables.js';
export * from './schedule-worker.js';
export * from './schedule.js';
