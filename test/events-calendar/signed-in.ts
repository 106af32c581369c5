import { createServer } from 'node:http';
import { exportJWK, generateKeyPair, SignJWT } from 'jose';
import type { Role } from '#platform';

/** Who signs in for a test. */
export interface Person {
  readonly id?: string;
  readonly name?: string;
  readonly roles: readonly Role[];
  /** Slugs of the boards the person sits on. */
  readonly boards?: readonly string[];
  /** `api`: a program of theirs, with a token; no browser. */
  readonly via?: 'session' | 'api';
  /** What an API token of theirs may do; default: write. */
  readonly access?: 'read' | 'write';
  /** The member of staff who acts for them. */
  readonly actor?: { readonly id: string; readonly name: string };
}

/** What the members service does for the calendar: it publishes a key and signs people's tokens with it. */
export interface TestIdentity {
  /** For `startSystem`: where the services find the key. */
  readonly env: Readonly<Record<string, string>>;
  /**
   * What the shell would send with a signed-in person's request; to be sent to the app's own port.
   *
   * @param audience whose requests the token is for, where there are several apps
   */
  headers(this: void, person: Person, audience?: string): Promise<Record<string, string>>;
  stop(this: void): Promise<void>;
}

export const staffPerson: Person = { id: 'sam', name: 'Sam Example', roles: ['person', 'staff'] };

/**
 * Starts a key server of the test's own.
 *
 * @param app whose requests the tokens are for
 */
export async function startIdentity(app = 'events-calendar'): Promise<TestIdentity> {
  const { publicKey, privateKey } = await generateKeyPair('EdDSA');
  const key = { ...(await exportJWK(publicKey)), kid: 'test', alg: 'EdDSA', use: 'sig' };
  const server = createServer((_, response) => {
    response.setHeader('content-type', 'application/json').end(JSON.stringify({ keys: [key] }));
  });
  await new Promise<void>((resolve) => {
    server.listen(0, '127.0.0.1', resolve);
  });
  const address = server.address();
  const port = typeof address === 'object' && address !== null ? address.port : 0;
  return {
    env: { IDENTITY_KEYS_URL: `http://127.0.0.1:${port}/keys` },
    headers: async (
      {
        id = 'someone',
        name = 'Someone Example',
        roles,
        boards = [],
        via = 'session',
        access = 'write',
        actor,
      },
      audience = app,
    ) => ({
      'x-identity': await new SignJWT({
        name,
        roles,
        boards,
        via,
        access,
        ...(actor && { act: { sub: actor.id, name: actor.name } }),
      })
        .setProtectedHeader({ alg: 'EdDSA', kid: 'test' })
        .setSubject(id)
        .setIssuer('members')
        .setAudience(audience)
        .setExpirationTime('1h')
        .sign(privateKey),
    }),
    stop: () =>
      new Promise((resolve) => {
        server.closeAllConnections();
        server.close(() => resolve());
      }),
  };
}
