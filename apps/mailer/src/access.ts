import { messagesAccess } from '#messaging';
import { signedInRoles as people, staffRoles as staff, type AccessTable } from '#platform';

/** Every address of the mailer and who may use it. */
export const access: AccessTable = {
  'GET /mail': staff,
  'GET /mail/mails/:id': staff,
  'GET /mail/mails/:id/send-again': staff,
  'POST /mail/mails/:id/send-again': staff,
  'GET /mail/suppressed': staff,
  'GET /mail/suppressed/:id/allow-again': staff,
  'POST /mail/suppressed/:id/allow-again': staff,
  'GET /mail/mailings': staff,
  'GET /mail/mailings/:id': staff,
  'GET /mail/mailings/:id/progress': staff,
  'GET /mail/templates': staff,
  'GET /mail/templates/:app/:name': staff,
  'GET /mail/templates/:app/:name/html': staff,
  'GET /mail/preferences': people,
  'POST /mail/preferences': people,
  'GET /mail/unsubscribe/:token': 'everyone',
  'POST /mail/unsubscribe/:token': 'link-from-anywhere',
  'POST /mail/unsubscribe/:token/undo': 'everyone',
  'GET /mail/messages': staff,
  'GET /mail/messages/trace': staff,
  'GET /mail/messages/dead-letters': staff,
  'GET /mail/messages/dead-letters/:app/requeue': staff,
  'POST /mail/messages/dead-letters/:app/requeue': staff,
  'GET /mail/messages/dead-letters/:app/:id': staff,
  'GET /mail/messages/dead-letters/:app/:id/requeue': staff,
  'POST /mail/messages/dead-letters/:app/:id/requeue': staff,
  'GET /mail/assets/:name': 'everyone',

  'GET /internal/held-on/:personId': 'services',
  ...messagesAccess,
};
