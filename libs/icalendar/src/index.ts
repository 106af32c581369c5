export * from './clean-text.js';
export * from './fold-lines.js';
export * from './quote-parameter.js';
export * from './unfold-lines.js';
