import { checkToken, type TokenInput } from './new-token.js';
import { parseScope, scopeInWords } from './scope.js';

const good: TokenInput = {
  name: ' Website ',
  scopes: ['events-calendar:write', 'members:read', ''],
  days: '90',
};

describe('checkToken', () => {
  it('accepts a name, what it may do and for how long', () => {
    expect(checkToken(good)).toEqual({
      ok: true,
      value: {
        name: 'Website',
        scopes: [
          { app: 'events-calendar', access: 'write' },
          { app: 'members', access: 'read' },
        ],
        days: 90,
      },
    });
  });

  it.each([
    ['no name', { name: ' ' }, 'name'],
    ['a name with a line break', { name: 'a\nb' }, 'name'],
    ['a name of 101 characters', { name: 'a'.repeat(101) }, 'name'],
    ['no scope', { scopes: [''] }, 'scopes'],
    ['an app that has no API', { scopes: ['mailer:read'] }, 'scopes'],
    ['an app twice', { scopes: ['members:read', 'members:write'] }, 'scopes'],
    ['an access that does not exist', { scopes: ['members:admin'] }, 'scopes'],
    ['a prototype’s name', { scopes: ['constructor:read'] }, 'scopes'],
    ['a life that cannot be chosen', { days: '31' }, 'days'],
    ['a life without end', { days: '' }, 'days'],
  ])('refuses %s', (_, change, field) => {
    const checked = checkToken({ ...good, ...change });
    expect(checked.ok ? [] : checked.problems.map((problem) => problem.field)).toEqual([field]);
  });

  it('tells of everything that is wrong at once', () => {
    const checked = checkToken({ name: '', scopes: [], days: '' });
    expect(checked.ok ? [] : checked.problems.map(({ field }) => field)).toEqual(['name', 'scopes', 'days']);
  });
});

describe('a scope', () => {
  it.each(['members', 'members:', ':read', 'members:read:write', ' members:read', 'MEMBERS:READ', ''])(
    'is not %j',
    (text) => {
      expect(parseScope(text)).toBeNull();
    },
  );

  it('reads well', () => {
    expect(scopeInWords({ app: 'events-calendar', access: 'write' })).toBe('Calendar: read and change');
    expect(scopeInWords({ app: 'members', access: 'read' })).toBe('Members: read');
  });
});
