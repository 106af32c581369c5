import { randomUUID } from 'node:crypto';
import { decodeNotices } from '#ui';
import { startSystem, type System } from '#launcher';
import { staffPerson, startIdentity, type TestIdentity } from '../events-calendar/signed-in.js';
import { until } from '../until.js';
import { MessagesStage } from './messages-stage.js';

const overview = '/mail/messages';
const letters = `${overview}/dead-letters`;

describe('what staff see of the messages between the services', () => {
  let identity: TestIdentity;
  let system: System;
  let stage: MessagesStage;
  let staff: Record<string, string>;
  beforeAll(async () => {
    identity = await startIdentity('mailer');
    staff = await identity.headers(staffPerson);
    system = await startSystem({
      apps: [
        'members',
        'events-calendar',
        'conference-registration',
        'exhibition-stands',
        'study-visits',
        'mailer',
      ],
      env: identity.env,
      mailbox: true,
    });
    stage = new MessagesStage(system);
  });
  afterAll(async () => {
    await stage.close();
    await system.stop();
    await identity.stop();
  });

  const get = (path: string) => stage.page(path, staff);

  /** Presses a button, and reads what is said on the page after. */
  async function press(path: string): Promise<string> {
    const response = await fetch(`${system.urls['mailer']}${path}`, {
      method: 'POST',
      redirect: 'manual',
      headers: { ...staff, 'sec-fetch-site': 'same-origin' },
    });
    expect(response.status).toBe(303);
    const value = /flash=([\w-]*)/.exec(response.headers.get('set-cookie') ?? '')?.[1];
    return decodeNotices(value)
      .map(({ text }) => text)
      .join(' ');
  }

  const becomes = (messageId: string, state: string) =>
    until(async () => (await stage.stateOf(messageId)) === state);

  /** Sends a message that nobody can handle, and waits until it is given up. */
  async function dead() {
    const asked = await stage.mail(false);
    await becomes(asked.messageId, 'dead');
    return asked;
  }

  const arrived = (address: string) => system.mailbox.all().filter(({ to }) => to.includes(address)).length;

  it('says that all is well while it is, and what messages there are', async () => {
    const { words, status } = await get(overview);
    expect(status).toBe(200);
    expect(words).toContain('All is well');
    expect(words).toContain('There is nothing to do here');
    expect(words).toMatch(
      /Person changed Members Calendar, Conference, Stands, Visits and Mail members\.person-changed\.v1/,
    );
    expect((await get(letters)).words).toContain('No message was given up');
    expect((await get(`${overview}/trace`)).words).not.toContain('Nothing is known');
    expect((await get(`${overview}/trace?id=${randomUUID()}`)).words).toContain(
      'Nothing is known of this request',
    );
    expect((await get(`${overview}/trace?id=a%20b`)).words).toContain('That is no id of a request');
  });

  it('is for staff alone', async () => {
    const person = await identity.headers({ roles: ['person', 'board'] });
    for (const path of [overview, letters, `${overview}/trace`, `${letters}/mailer/${randomUUID()}`]) {
      expect((await stage.page(path, {})).status).toBe(403);
      expect((await stage.page(path, person)).status).toBe(403);
    }
    expect((await stage.page(`${letters}/mailer/requeue`, person, 'POST')).status).toBe(403);
    const foreign = { ...staff, 'sec-fetch-site': 'cross-site' };
    expect((await stage.page(`${letters}/mailer/requeue`, foreign, 'POST')).status).toBe(403);
  });

  it('counts what was handled, and how long it took to arrive', async () => {
    const { messageId } = await stage.mail(true);
    await becomes(messageId, 'handled');
    await until(async () => {
      const [row] = await stage.ask<{ took_ms: number | null }>(
        'mailer',
        'SELECT took_ms FROM inbox WHERE message_id = $1',
        [messageId],
      );
      return row?.took_ms !== null;
    });
    const { words, html } = await get(overview);
    expect(words).toMatch(/Mail 0 0 0 0 Half within [\d.]+ \w+, nearly all within [\d.]+ \w+ \d+ 0/);
    expect(html).toContain('Messages handled in each five minutes of the last hour');
    expect(words).toContain('The same numbers as a table');
  });

  it('follows a request through all services, in the order of time', async () => {
    const requestId = `request-${randomUUID()}`;
    const payload = { id: randomUUID(), erasureId: randomUUID() };
    const to = ['events-calendar', 'mailer'];
    await stage.send('members.person-erased.v1', payload, { requestId, to });
    const path = `${overview}/trace?id=${requestId}`;
    let words = '';
    await until(async () => {
      ({ words } = await get(path));
      return (words.match(/Handed over after/g) ?? []).length === 3;
    });
    expect(words).toContain('3 messages. No mails came of it.');
    expect(words).toMatch(
      /Person to be forgotten .* by Members Handed over after .* Handled by Calendar after \d+ milliseconds.* Handled by Mail after/,
    );
    expect(words).toMatch(/Person forgotten \d+ milliseconds? later by (Calendar|Mail)/);
    // Members knows of no such erasure: it tries again and again.
    expect(words.match(/Waiting for Members: on its way, or being tried/g)).toHaveLength(2);
  });

  it('leads from a mail to all that led to it', async () => {
    const { mailId, requestId, address } = await stage.mail(true);
    await until(() => arrived(address) === 1);
    await until(async () => (await get(`/mail/mails/${mailId}`)).words.includes('Sent'));
    const { html } = await get(`/mail/mails/${mailId}`);
    const path = `${overview}/trace?id=${requestId}`;
    expect(html).toContain(`href="${path}"`);
    const traced = await get(path);
    expect(traced.words).toContain('1 message. 1 mail: 1 sent.');
    expect(traced.words).toMatch(
      /Mail asked for .* by Members .* Handled by Mail .* Mail sent .* later by Mail Sent/,
    );
    expect(traced.html).toContain(`href="/mail/mails/${mailId}"`);
  });

  describe('of a message that could not be handled', () => {
    it('is what went wrong and what to do, and nothing personal', async () => {
      const { messageId, mailId, address, requestId } = await dead();
      expect((await get(overview)).words).toMatch(/To look at .*1 message that Mail could not handle/);
      const list = await get(letters);
      expect(list.words).toMatch(/Mail: 1 message .* Mail asked for Unreadable: .* is not as agreed: kind: /);
      const shown = await get(`${letters}/mailer/${messageId}`);
      expect(shown.words).toContain('Mail could not handle this message.');
      expect(shown.words).toContain('To put it back will not help by itself');
      expect(shown.words).toContain('Tried Once');
      expect(shown.words).toMatch(new RegExp(`payload.mailId ${mailId}`));
      expect(shown.words).toContain('payload.to.name [hidden: 10 characters]');
      expect(shown.html).toContain(`href="${overview}/trace?id=${requestId}"`);
      const traced = await get(`${overview}/trace?id=${requestId}`);
      expect(traced.words).toContain('Given up by Mail (1 tried). What went wrong at Mail');
      const told = await fetch(`${system.urls['mailer']}/internal/messages/dead-letters/${messageId}`, {
        headers: { authorization: `Bearer ${system.secrets.internal}` },
      });
      for (const text of [list.html, shown.html, traced.html, await told.text()]) {
        expect(text).not.toMatch(/Secret|no-such-kind/);
        expect(text).not.toContain(address);
      }
      expect((await get(`${letters}/mailer/${randomUUID()}`)).words).toContain('handled after all');
      expect((await get(`${letters}/shell/${messageId}`)).status).toBe(404);
    });

    it('lets it be put back, and shows it again when it fails again', async () => {
      const { messageId } = await dead();
      const confirm = await get(`${letters}/mailer/${messageId}/requeue`);
      expect(confirm.words).toContain('Put this message back?');
      expect(await stage.stateOf(messageId)).toBe('dead');
      const [before] = await stage.ask<{ died_at: Date }>(
        'mailer',
        'SELECT died_at FROM dead_letters WHERE id = $1',
        [messageId],
      );
      expect(await press(`${letters}/mailer/${messageId}/requeue`)).toContain('on its way to Mail again');
      await until(async () => {
        const [row] = await stage.ask<{ died_at: Date; requeued_at: Date | null }>(
          'mailer',
          'SELECT died_at, requeued_at FROM dead_letters WHERE id = $1',
          [messageId],
        );
        return row?.requeued_at === null && row.died_at > (before?.died_at ?? new Date());
      });
    });

    it('has it handled once, however often and by however many it is put back', async () => {
      const { messageId, address } = await dead();
      await stage.mend([messageId]);
      const path = `${letters}/mailer/${messageId}/requeue`;
      const said = await Promise.all([press(path), press(path), press(path)]);
      expect(said.filter((words) => words.includes('on its way to Mail again'))).toHaveLength(1);
      expect(said.every((words) => /on its way|not here any more/.test(words))).toBe(true);
      await becomes(messageId, 'handled');
      await until(() => arrived(address) === 1);
      expect(await press(path)).toContain('has been handled meanwhile');
      await until(() =>
        system.logs('mailer').includes(`"messageId":"${messageId}","msg":"message put back"`),
      );
      expect(system.logs('mailer')).toMatch(
        new RegExp(`"by":"${staffPerson.id}".*"messageId":"${messageId}"`),
      );
    });

    it('has all of a service handled once each when two put all back at once', async () => {
      const asked = [await stage.mail(false), await stage.mail(false), await stage.mail(false)];
      for (const { messageId } of asked) await becomes(messageId, 'dead');
      // Those of the tests before, which stay wrong, come back.
      await stage.mend(asked.map(({ messageId }) => messageId));
      const path = `${letters}/mailer/requeue`;
      const confirm = await get(path);
      expect(confirm.words).toMatch(/Put back all \d+ messages of Mail\?/);
      const resting = Number(/all (\d+) messages/.exec(confirm.words)?.[1]);
      const said = await Promise.all([press(path), press(path)]);
      const counts = said.map((words) => Number(/^(\d+) messages? (?:is|are) on/.exec(words)?.[1] ?? 0));
      // One that fails at once may be put back by the second press as well.
      expect(counts.reduce((sum, count) => sum + count, 0)).toBeGreaterThanOrEqual(resting);
      for (const { messageId } of asked) await becomes(messageId, 'handled');
      for (const { address } of asked) await until(() => arrived(address) > 0);
      expect(asked.map(({ address }) => arrived(address))).toEqual([1, 1, 1]);
    });
  });

  it('names a service that does not answer, and shows the rest', async () => {
    const { requestId, messageId } = await stage.mail(true);
    await becomes(messageId, 'handled');
    // It hangs: it takes the connection and says nothing.
    await system.kill('events-calendar', 'SIGSTOP');
    const began = performance.now();
    const { words } = await get(overview);
    expect(performance.now() - began).toBeLessThan(30_000);
    expect(words).toContain('No answer comes from Calendar. What is to be handled there waits');
    expect(words).toMatch(/Calendar Does not answer .* Members \d/);
    await system.kill('events-calendar', 'SIGCONT');
    await system.kill('events-calendar');
    const traced = await get(`${overview}/trace?id=${requestId}`);
    expect(traced.words).toContain(
      'No answer comes from Calendar at the moment, so what was sent from there is missing here',
    );
    expect(traced.words).toContain('Handled by Mail');
    const listed = await get(letters);
    expect(listed.words).toContain(
      'No answer comes from Calendar at the moment, so what could not be handled there is not shown',
    );
    const lost = await get(`${letters}/events-calendar/${randomUUID()}`);
    expect([lost.status, lost.words]).toEqual([
      503,
      expect.stringContaining('No answer comes from Calendar'),
    ]);
    await system.restart('events-calendar');
    expect((await get(overview)).words).not.toContain('No answer comes from Calendar');
  });
});
