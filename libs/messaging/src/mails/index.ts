export * from './ask-for-mail.js';
export * from './ask-for-mailing.js';
export * from './mail-apps.js';
export * from './mail-templates.js';
export * from './mail.js';
export * from './mails.js';
