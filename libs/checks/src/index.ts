export * from './checked.js';
export * from './money.js';
export * from './network.js';
export * from './numbers.js';
export * from './text.js';
export * from './time-of-day.js';
export * from './zones.js';
