import type { AccessTable } from '#platform';

/** Where services ask how an app's messages fare: the addresses of `messageControllers`. */
export const messagesAccess: AccessTable = {
  'GET /internal/messages': 'services',
  'GET /internal/messages/trace/:correlationId': 'services',
  'GET /internal/messages/dead-letters': 'services',
  'POST /internal/messages/dead-letters/requeue': 'services',
  'GET /internal/messages/dead-letters/:id': 'services',
  'POST /internal/messages/dead-letters/:id/requeue': 'services',
};
