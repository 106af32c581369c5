import { createServer, type Server } from 'node:http';
import { setTimeout as wait } from 'node:timers/promises';
import { exportJWK, generateKeyPair, SignJWT, type CryptoKey, type JWK } from 'jose';
import { KeysUnavailable, publishedKeys } from './published-keys.js';
import { TokenVerifier, UntrustedToken } from './verify-token.js';

async function makeKey(kid: string) {
  const { publicKey, privateKey } = await generateKeyPair('EdDSA');
  const jwk: JWK = { ...(await exportJWK(publicKey)), kid, alg: 'EdDSA' };
  return { kid, privateKey, jwk };
}

const [one, two] = [await makeKey('one'), await makeKey('two')];

const sign = ({ kid, privateKey }: { kid: string; privateKey: CryptoKey }) =>
  new SignJWT({ name: 'Ada', roles: ['person'] })
    .setProtectedHeader({ alg: 'EdDSA', kid })
    .setSubject('ada')
    .setIssuer('members')
    .setAudience('tests')
    .setExpirationTime('5m')
    .sign(privateKey);

describe('publishedKeys', () => {
  let server: Server;
  let url: string;
  let asked: number;
  let answer: { status: number; keys: JWK[] };
  beforeEach(async () => {
    asked = 0;
    answer = { status: 200, keys: [one.jwk] };
    server = createServer((_, response) => {
      asked += 1;
      response.writeHead(answer.status, { 'content-type': 'application/json', connection: 'close' });
      response.end(JSON.stringify({ keys: answer.keys }));
    });
    await new Promise<void>((resolve) => {
      server.listen(0, '127.0.0.1', resolve);
    });
    const address = server.address();
    url = `http://127.0.0.1:${typeof address === 'object' && address !== null ? address.port : 0}/keys`;
  });
  afterEach(() => void server.close());

  const verify = async (keys: ReturnType<typeof publishedKeys>, key: typeof one) =>
    new TokenVerifier(keys, 'tests').verify(await sign(key));

  const until = async (isSo: () => boolean) => {
    for (let waited = 0; waited < 6000 && !isSo(); waited += 1) await wait(10);
    expect(isSo()).toBe(true);
  };

  it('are asked for once', async () => {
    const keys = publishedKeys(url);
    await verify(keys, one);
    await verify(keys, one);
    expect(asked).toBe(1);
  });

  it('do not make a token untrusted while they cannot be had', async () => {
    answer = { status: 503, keys: [] };
    const keys = publishedKeys(url);
    await expect(verify(keys, one)).rejects.toThrow(KeysUnavailable);
    server.close();
    await expect(verify(keys, one)).rejects.toThrow(KeysUnavailable);
  });

  it('are read before they are needed, again and again until they can be', async () => {
    answer = { status: 503, keys: [] };
    const keys = publishedKeys(url, { retryAfter: 10 });
    await until(() => asked >= 3);
    answer = { status: 200, keys: [one.jwk] };
    const before = asked;
    await until(() => asked > before);
    server.close();
    await expect(verify(keys, one)).resolves.toMatchObject({ personId: 'ada' });
    await expect(verify(keys, two)).rejects.toThrow(UntrustedToken);
  });

  it('stay good while they cannot be read again', async () => {
    const keys = publishedKeys(url, { readEvery: 10, retryAfter: 10 });
    await verify(keys, one);
    answer = { status: 503, keys: [] };
    const before = asked;
    await until(() => asked > before + 1);
    await expect(verify(keys, one)).resolves.toMatchObject({ personId: 'ada' });
  });

  it('are dropped soon after they were withdrawn', async () => {
    const keys = publishedKeys(url, { readEvery: 10 });
    await verify(keys, one);
    answer = { status: 200, keys: [two.jwk] };
    const before = asked;
    await until(() => asked > before + 1);
    await expect(verify(keys, two)).resolves.toMatchObject({ personId: 'ada' });
    await expect(verify(keys, one)).rejects.toThrow(UntrustedToken);
  });
});
