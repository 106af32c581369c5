export * from './clean-name.js';
export * from './inspect-upload.js';
export * from './kinds/file-kinds.js';
export * from './receive-form.js';
export * from './take-rest.js';
