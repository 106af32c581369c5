import { Recent } from './recent.js';

describe('Recent', () => {
  it('lets go of what was set longest ago, and tells', () => {
    const gone: number[] = [];
    const recent = new Recent<number>(2, (value) => gone.push(value));
    recent.set('a', 1);
    recent.set('b', 2);
    recent.set('a', 3);
    recent.set('c', 4);
    expect(['a', 'b', 'c'].map((key) => recent.get(key))).toEqual([3, undefined, 4]);
    expect(gone).toEqual([1, 2]);
    recent.delete('nothing');
    recent.clear();
    expect(recent.get('a')).toBeUndefined();
    expect(gone).toEqual([1, 2, 3, 4]);
  });
});
