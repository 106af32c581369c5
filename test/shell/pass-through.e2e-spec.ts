import { startSystem, type System } from '#launcher';

describe('the shell', () => {
  let system: System;
  beforeAll(async () => {
    system = await startSystem();
  }, 60_000);
  afterAll(() => system.stop());

  it('shows the home page with a piece from the calendar', async () => {
    const response = await fetch(system.urls['shell'] ?? '');
    const html = await response.text();
    expect(response.status).toBe(200);
    expect(html).toContain('See everything that’s on');
  });

  it('passes the calendar’s pages through, in the chrome', async () => {
    const response = await fetch(`${system.urls['shell']}/calendar`);
    expect(response.status).toBe(200);
    expect(await response.text()).toContain('cn-header');
  });
});
