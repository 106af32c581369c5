import { z } from 'zod';
import { httpUrl, pageServiceSettings, port, readSettings, SettingProblem } from './settings.js';

const good = {
  LISTEN_PORT: '4000',
  PUBLIC_URL: 'http://localhost:3000/',
  DATABASE_URL: 'postgresql://a:b@127.0.0.1:5432/c',
  SHELL_URL: 'http://127.0.0.1:3000',
};

describe('readSettings', () => {
  it('gives typed values and defaults, and drops a trailing slash', () => {
    expect(readSettings(pageServiceSettings, good)).toMatchObject({
      LISTEN_PORT: 4000,
      LISTEN_HOST: '127.0.0.1',
      PUBLIC_URL: 'http://localhost:3000',
      LOG_LEVEL: 'info',
    });
  });

  it('takes an empty variable as absent', () => {
    expect(readSettings({ A: z.string().default('x') }, { A: '' })).toEqual({ A: 'x' });
  });

  it.each([
    [{ LISTEN_PORT: '99999' }, 'LISTEN_PORT must be a number from 0 to 65535'],
    [{ LISTEN_PORT: 'abc' }, 'LISTEN_PORT must be a number from 0 to 65535'],
    [{ DATABASE_URL: 'mysql://x' }, 'DATABASE_URL must be an address such as postgresql://'],
    [{ PUBLIC_URL: 'javascript:alert(1)' }, 'PUBLIC_URL must be an address such as http'],
    [{ SHELL_URL: undefined }, 'SHELL_URL is not set'],
  ])('names the variable: %j', (change, message) => {
    expect(() => readSettings(pageServiceSettings, { ...good, ...change })).toThrow(message);
  });

  it('names every wrong setting on one line', () => {
    const read = () => readSettings({ A: port, B: httpUrl }, { A: 'x', B: 'y' });
    expect(read).toThrow(SettingProblem);
    expect(read).toThrow(/^A must [^\n]*; B must [^\n]*$/);
  });
});
