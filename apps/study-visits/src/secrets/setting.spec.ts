import { readSettings, SettingProblem } from '#platform';
import { sensitiveKeys } from './setting.js';

const read = (value: string) => readSettings({ SENSITIVE_KEYS: sensitiveKeys }, { SENSITIVE_KEYS: value });
const key = 'A'.repeat(43);

describe('SENSITIVE_KEYS', () => {
  it('is read as keys', () => {
    expect(read(`2027:${key}`).SENSITIVE_KEYS).toEqual([{ id: '2027', bytes: Buffer.alloc(32) }]);
  });

  it.each([
    [
      'hunter2',
      /^SENSITIVE_KEYS must be keys such as 2027:<43 characters of base64url.*>, with commas between them$/,
    ],
    ['', /^SENSITIVE_KEYS is not set$/],
    [`a:${key},a:${key}`, /^SENSITIVE_KEYS has two keys with the id a: give the new one another$/],
  ])('“%s” stops the start with a line that does not show it', (value, message) => {
    expect(() => read(value)).toThrow(SettingProblem);
    expect(() => read(value)).toThrow(message);
    if (value !== '') expect(() => read(value)).not.toThrow(value);
  });
});
