import { setImmediate } from 'node:timers/promises';
import type { ExchangeAnswer } from '#platform';
import type { Credential } from './credentials.js';
import { limits, SignIns, tokenFor, type SignIn } from './sign-ins.js';

const session = (secret: string): Credential => ({ kind: 'session', secret: secret.padEnd(20, '-') });
const ada = session('ada');
const life = 300_000;

/** Stands for `members`: answers when told to, and counts what it is asked. */
class Members {
  asked: Credential[] = [];
  isDown = false;
  /** While set, answers wait for it. */
  gate: Promise<void> | null = null;
  roles = 'first';
  now = 1_000_000;

  answer = async (credential: Credential): Promise<ExchangeAnswer> => {
    this.asked.push(credential);
    const { roles } = this;
    await this.gate;
    if (this.isDown) throw new Error('down');
    if (credential.secret.startsWith('nobody')) return { state: 'unknown' };
    return {
      state: 'signed-in',
      tokens: { shell: `${credential.secret} ${roles}` },
      expiresAt: new Date(this.now + life).toISOString(),
      sessionId: `id of ${credential.secret}`,
    };
  };
}

describe('SignIns', () => {
  let members: Members;
  let failures: number;
  let signIns: SignIns;
  beforeEach(() => {
    members = new Members();
    failures = 0;
    signIns = new SignIns(
      members.answer,
      () => (failures += 1),
      () => members.now,
    );
  });
  const pass = (ms: number) => void (members.now += ms);
  const known = (answer: SignIn | Promise<SignIn>): answer is SignIn => !(answer instanceof Promise);
  const token = async (credential = ada) => tokenFor(await signIns.of(credential), 'shell');

  describe('while ends of sessions are heard of', () => {
    beforeEach(() => signIns.hears());

    it('asks once, and then knows without waiting until shortly before the tokens end', async () => {
      await token();
      for (let passed = 0; passed < life - limits.renewBefore; passed += 10_000) {
        expect(known(signIns.of(ada))).toBe(true);
        pass(10_000);
      }
      expect(members.asked).toHaveLength(1);
    });

    it('fetches new tokens before the old ones end, without making anybody wait', async () => {
      await token();
      pass(life - limits.renewBefore);
      expect(known(signIns.of(ada))).toBe(true);
      expect(known(signIns.of(ada))).toBe(true);
      await setImmediate();
      expect(members.asked).toHaveLength(2);
      pass(limits.renewBefore);
      expect(known(signIns.of(ada))).toBe(true);
    });

    it('asks one question for all who wait for the same answer', async () => {
      await Promise.all([token(), token(), token(session('bo')), token()]);
      expect(members.asked).toEqual([ada, session('bo')]);
    });

    it('asks anew about a session that has ended, and about no other', async () => {
      await token();
      await token(session('bo'));
      signIns.ended(`id of ${ada.secret}`);
      members.roles = 'second';
      expect(await token()).toBe(`${ada.secret} second`);
      expect(await token(session('bo'))).toBe(`${session('bo').secret} first`);
      signIns.allEnded();
      expect(await token(session('bo'))).toBe(`${session('bo').secret} second`);
    });

    it.each<[string, () => void]>([
      ['the session ends', () => signIns.ended(`id of ${ada.secret}`)],
      ['all sessions end', () => signIns.allEnded()],
      ['something of it changes', () => signIns.forget(ada)],
    ])('does not keep, nor give to others, an answer from before %s', async (_, happens) => {
      let open: () => void = () => undefined;
      members.gate = new Promise((resolve) => (open = resolve));
      const early = token();
      happens();
      members.roles = 'second';
      const late = token();
      open();
      expect(await early).toBe(`${ada.secret} first`);
      expect(await late).toBe(`${ada.secret} second`);
      expect(await token()).toBe(`${ada.secret} second`);
    });

    it('goes on with what it knows while members is down, and says so when that has ended', async () => {
      await token();
      members.isDown = true;
      signIns.hearsNoMore();
      pass(life - limits.onTheWay - 1);
      expect(await token()).toBe(`${ada.secret} first`);
      pass(limits.onTheWay);
      expect(await token()).toBe('unavailable');
      members.isDown = false;
      pass(limits.quiet);
      expect(await token()).toBe(`${ada.secret} first`);
    });
  });

  describe('while they are not', () => {
    it('asks again every few seconds, and waits for the answer', async () => {
      await token();
      pass(limits.recheck - 1);
      expect(known(signIns.of(ada))).toBe(true);
      pass(1);
      members.roles = 'second';
      expect(await token()).toBe(`${ada.secret} second`);
    });

    it('notices that a session has ended', async () => {
      await token();
      pass(limits.recheck);
      members.answer = async () => ({ state: 'unknown' });
      signIns = new SignIns(
        members.answer,
        () => undefined,
        () => members.now,
      );
      expect(await token()).toBeNull();
    });

    it('does not make everybody wait for a members that does not answer', async () => {
      await token();
      members.isDown = true;
      pass(limits.recheck);
      expect(await token()).toBe(`${ada.secret} first`);
      for (let request = 0; request < 10; request += 1) expect(known(signIns.of(ada))).toBe(true);
      expect([members.asked.length, failures]).toEqual([2, 1]);
    });

    it('asks again about what it learned before they were heard of', async () => {
      await token();
      pass(limits.recheck);
      signIns.hears();
      expect(known(signIns.of(ada))).toBe(false);
    });
  });

  it('cannot confirm anybody new while members is down, and leaves it alone for a moment', async () => {
    members.isDown = true;
    expect(await token()).toBe('unavailable');
    expect(await token(session('bo'))).toBe('unavailable');
    expect(members.asked).toHaveLength(1);
    pass(limits.quiet);
    members.isDown = false;
    expect(await token(session('bo'))).toBe(`${session('bo').secret} first`);
  });

  it('remembers for a while that a session is nobody’s', async () => {
    expect(await token(session('nobody'))).toBeNull();
    expect(await token(session('nobody'))).toBeNull();
    expect(members.asked).toHaveLength(1);
    pass(limits.rememberUnknown);
    await token(session('nobody'));
    expect(members.asked).toHaveLength(2);
  });

  it.each(['', 'short', 'x'.repeat(201), 'with spaces in it, and commas', 'ünïcödé-and-more-of-it'])(
    'does not ask about %p, which no session is',
    async (secret) => {
      expect(await token({ kind: 'session', secret })).toBeNull();
      expect(members.asked).toEqual([]);
    },
  );

  it('does not take a session for an API token of the same letters', async () => {
    signIns.hears();
    await token();
    await token({ ...ada, kind: 'api-token' });
    expect(members.asked.map(({ kind }) => kind)).toEqual(['session', 'api-token']);
  });

  it('lets made-up sessions neither fill the memory nor overrun members', async () => {
    signIns.hears();
    await token();
    members.gate = new Promise(() => undefined);
    for (let each = 0; each < limits.asking; each += 1) void signIns.of(session(`made-up-${each}`));
    expect(await token(session('one-more'))).toBe('unavailable');
    expect(known(signIns.of(ada))).toBe(true);
  });
});

describe('tokenFor', () => {
  const signIn: SignIn = { state: 'signed-in', tokens: { members: 'm' } };
  it.each<[string, SignIn | null, string, string | null]>([
    ['a visitor', null, 'members', null],
    ['nobody’s session', { state: 'unknown' }, 'members', null],
    ['somebody', signIn, 'members', 'm'],
    ['somebody whom members does not vouch for there', signIn, 'mailer', 'unavailable'],
    ['somebody who cannot be confirmed', { state: 'unavailable' }, 'members', 'unavailable'],
  ])('of %s', (_, who, app, expected) => {
    expect(tokenFor(who, app)).toBe(expected);
  });
});
