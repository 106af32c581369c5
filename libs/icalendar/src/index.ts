export * from './calendar-entry.js';
export * from './clean-text.js';
export * from './clock-changes.js';
export * from './comes-once.js';
export * from './fold-lines.js';
export * from './quote-parameter.js';
export * from './timezones.js';
export * from './unfold-lines.js';
