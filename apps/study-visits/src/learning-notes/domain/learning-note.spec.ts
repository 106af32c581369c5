import { checkLearningNote } from './learning-note.js';

const input = { title: 'A', text: 'B', signed: 'name', hasConsented: true, isHandedIn: true };
const fields = (changed: object) => {
  const checked = checkLearningNote({ ...input, ...changed });
  return checked.ok ? [] : checked.problems.map(({ field }) => field);
};

describe('a learning note', () => {
  it('is handed in with a heading and words, and says what stands under it where it may be published', () => {
    expect(fields({})).toEqual([]);
    expect(fields({ title: ' ' })).toEqual(['title']);
    expect(fields({ text: '' })).toEqual(['text']);
    expect(fields({ signed: '' })).toEqual(['signed']);
    expect(fields({ signed: '', hasConsented: false })).toEqual([]);
    expect(fields({ signed: 'everybody', hasConsented: false })).toEqual(['signed']);
    expect(fields({ title: 'x'.repeat(201), text: 'x'.repeat(20_001) })).toEqual(['title', 'text']);
  });

  it('can be saved unfinished, but not empty', () => {
    expect(fields({ title: '', isHandedIn: false })).toEqual([]);
    expect(fields({ title: '', text: ' ', isHandedIn: false })).toEqual(['text']);
  });
});
