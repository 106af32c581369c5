import type { Secrets } from '../services/secrets.ts';

/** What the services of every test know; tests can play a service with them. */
export const testSecrets: Secrets = {
  identity: 'what identities are made with in tests',
  internal: 'what services show each other in tests',
  mail: 'what links in mails are signed with in tests',
  links: 'what secrets in links are made from in tests',
  sensitive: `test:${'T'.repeat(42)}A`,
};
