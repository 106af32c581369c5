import { chmodSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { endAll, freePort, npmStart } from '../launcher/npm-start.js';
import { printedLink, runMembers } from './run-command.js';

describe('with the embedded database', () => {
  let folder: string;
  let data: string;
  let port: string;
  beforeAll(async () => {
    folder = mkdtempSync(join(tmpdir(), 'members-commands-'));
    chmodSync(folder, 0o700);
    data = join(folder, 'data');
    port = String(await freePort());
  });
  afterAll(() => {
    endAll();
    rmSync(folder, { recursive: true, force: true });
  });

  const press = (path: string) =>
    fetch(`http://localhost:${port}${path}`, {
      method: 'POST',
      redirect: 'manual',
      headers: { 'sec-fetch-site': 'same-origin' },
    });

  it('makes an admin before the site has ever run, and while it runs, where its links then lead', async () => {
    const before = await runMembers('admin', ['first@example.org'], {
      PORT: port,
      DATA_DIR: data,
      DEMO: '0',
    });
    expect(before).toMatchObject({ code: 0, errors: '' });
    expect(before.lines.at(-1)).toBe('The site does not run: npm start.');

    const start = npmStart({ PORT: port, DATA_DIR: data, DEMO: '1' });
    await start.says('Data is kept in');
    expect(start.output()).toContain(
      `Sign in as staff: http://localhost:${port}/members/sign-in?address=sam.staff@example.org`,
    );
    expect((await press(printedLink(before))).headers.get('location')).toBe('/members/manage');

    // Without PORT: it knows where the site was started.
    const beside = await runMembers('admin', ['second@example.org'], { DATA_DIR: data });
    expect(beside).toMatchObject({ code: 0, errors: '' });
    expect(beside.lines.join('\n')).toContain(`http://localhost:${port}/members/sign-in/`);
    expect(beside.lines.join('\n')).not.toContain('does not run');
    expect((await press(printedLink(beside))).status).toBe(303);
    const token = await runMembers('token', ['--email', 'second@example.org', '--scope', 'members:read'], {
      DATA_DIR: data,
    });
    expect(token.lines.at(-1)).toMatch(/^nea_/);

    start.interrupt();
    await start.says('Stopped in');
    await start.ended;
    const after = await runMembers('token', ['--email', 'first@example.org', '--scope', 'members:read'], {
      DATA_DIR: data,
    });
    expect(after).toMatchObject({ code: 0, errors: '' });
  });
});
