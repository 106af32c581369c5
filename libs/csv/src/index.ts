export * from './cells.js';
export * from './decode-text.js';
export * from './header.js';
export * from './mail-lines.js';
export * from './problem.js';
export * from './read-table.js';
export * from './tidy.js';
export * from './write-table.js';
