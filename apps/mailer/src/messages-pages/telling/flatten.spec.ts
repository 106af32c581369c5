import { flatten } from './flatten.js';

it('tells all that a message holds, value by value', () => {
  const message = { id: 'a', payload: { to: { name: null, ok: true }, list: [{ n: 1 }, 2], none: [] } };
  expect(flatten(message)).toEqual([
    { path: 'id', value: 'a' },
    { path: 'payload.to.name', value: 'Nothing' },
    { path: 'payload.to.ok', value: 'Yes' },
    { path: 'payload.list 1.n', value: '1' },
    { path: 'payload.list 2', value: '2' },
    { path: 'payload.none', value: 'Nothing' },
  ]);
  expect(flatten('[hidden: 3 characters]')).toEqual([{ path: '', value: '[hidden: 3 characters]' }]);
});
