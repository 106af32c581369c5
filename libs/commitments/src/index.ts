export * from './commitment.js';
export * from './moment-of.js';
export * from './overlaps.js';
export * from './span-of-day.js';
