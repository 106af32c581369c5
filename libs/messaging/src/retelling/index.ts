export * from './ask-for-retelling.js';
export * from './retelling-app.js';
export * from './retelling-tables.js';
export * from './retelling.js';
export * from './tell-again.js';
