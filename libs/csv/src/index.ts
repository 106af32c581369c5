export * from './cells.js';
export * from './decode-text.js';
export * from './header.js';
export * from './problem.js';
export * from './read-table.js';
export * from './write-table.js';
