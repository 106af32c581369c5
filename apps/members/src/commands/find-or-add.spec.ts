import { nameFrom } from './find-or-add.js';

describe('nameFrom', () => {
  it.each([
    ['sam.staff@example.org', 'Sam Staff'],
    ['sam_jo-staff+events@example.org', 'Sam Jo Staff'],
    ['sam@example.org', 'Sam'],
    ['..@example.org', '..@example.org'],
    ['+a@example.org', '+a@example.org'],
  ])('of %s', (address, name) => {
    expect(nameFrom(address)).toBe(name);
  });
});
