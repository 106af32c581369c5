export * from './send-sheet.js';
export * from './sheet-format-of.js';
export * from './sheet.js';
export * from './write-csv.js';
export * from './write-xlsx.js';
