export * from './commitment.js';
export * from './overlaps.js';
export * from './span-of-day.js';
