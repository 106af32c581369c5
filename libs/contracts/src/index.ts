export * from './answers-to-members.js';
export * from './app-name.js';
export * from './contract.js';
export * from './envelope.js';
export * from './members-messages.js';
export * from './registry.js';
