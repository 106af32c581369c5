export * from './checked.js';
export * from './money.js';
export * from './numbers.js';
export * from './text.js';
