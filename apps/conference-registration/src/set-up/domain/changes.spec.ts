import { changesBetween } from './changes.js';

it('says what was altered, added and taken away, and nothing else', () => {
  const before = { Name: 'Dinner', Price: '£40', Hint: 'Black tie' };
  const after = { Name: 'Civic dinner', Price: '£40', Days: '8 July 2027' };
  expect(changesBetween(before, after)).toEqual([
    { field: 'Name', before: 'Dinner', after: 'Civic dinner' },
    { field: 'Days', before: '', after: '8 July 2027' },
    { field: 'Hint', before: 'Black tie', after: '' },
  ]);
});

it('says everything of what is new or gone, but for what was empty', () => {
  expect(changesBetween(null, { Name: 'Dinner', Hint: '' })).toEqual([
    { field: 'Name', before: '', after: 'Dinner' },
  ]);
  expect(changesBetween({ Name: 'Dinner' }, null)).toEqual([{ field: 'Name', before: 'Dinner', after: '' }]);
});
