export * from './commitment.js';
export * from './days-away.js';
export * from './in-one-piece.js';
export * from './moment-of.js';
export * from './overlaps.js';
export * from './span-of-day.js';
