export * from './checked.js';
export * from './text.js';
