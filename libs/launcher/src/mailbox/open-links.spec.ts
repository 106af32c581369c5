import { pageScript } from './open-links.ts';

describe('the mailbox’s script', () => {
  it('opens links of mails in tabs of their own', () => {
    const { name, text } = pageScript();
    expect(name).toMatch(/^index-[\w-]+\.js$/);
    expect(text).toContain('sandbox:"allow-same-origin allow-popups allow-popups-to-escape-sandbox"');
    expect(text).toContain(`srcDoc:'<base target="_blank">'+a`);
    expect(text).not.toContain('sandbox:"allow-same-origin"');
  });
});
