export * from './answers-to-members.js';
export * from './app-name.js';
export * from './contract.js';
export * from './envelope.js';
export * from './mail-kinds.js';
export * from './mails.js';
export * from './members-messages.js';
export * from './registry.js';
