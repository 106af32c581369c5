import { doneBy } from './actor.js';
import { byItself, visitor } from './identity.js';

describe('who did something', () => {
  it('is the person, and whoever of the staff acted for them', () => {
    const identity = { ...visitor, personId: 'ann', name: 'Ann', actor: { personId: 'sam', name: 'Sam' } };
    expect(doneBy({ identity })).toEqual({
      personId: 'ann',
      personName: 'Ann',
      actorId: 'sam',
      actorName: 'Sam',
    });
  });

  it('is a name alone where a service did it by itself', () => {
    expect(doneBy({ identity: byItself('The stands') })).toEqual({
      personId: null,
      personName: 'The stands',
      actorId: null,
      actorName: null,
    });
  });
});
