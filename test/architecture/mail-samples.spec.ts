import { join } from 'node:path';
import type { MailSample } from '#contracts';
import { projectFiles, root } from './sources.js';

const template = /^apps\/(?<app>[^/]+)\/src\/.*emails\/(?<name>[^/]+)\.email\.tsx$/;

interface Listing {
  readonly mailSamples: readonly MailSample[];
}

interface Samples {
  readonly samples: readonly MailSample[];
}

const files = projectFiles();

/** Every template of a mail, and the file that ought to hold its samples. */
const templates = files.flatMap((path) => {
  const { app, name } = template.exec(path)?.groups ?? {};
  if (app === undefined || name === undefined) return [];
  return [{ path, app, name, sample: path.replace(/\.email\.tsx$/, '.sample.ts') }];
});

const load = async <Module>(path: string): Promise<Module> => (await import(join(root, path))) as Module;

describe('templates of mails', () => {
  it('are found', () => {
    expect(templates.map(({ path }) => path)).toContain(
      'apps/members/src/signing-in/emails/sign-in.email.tsx',
    );
  });

  it.each(templates)('$path has samples, which its app shows', async ({ app, name, sample }) => {
    const found = [sample, `${sample}x`].find((path) => files.includes(path));
    expect(found ?? `no ${sample}`).toBe(found);
    const { samples } = await load<Samples>(found ?? sample);
    const { mailSamples } = await load<Listing>(`apps/${app}/src/mail-templates/mail-samples.ts`);
    expect(samples.length).toBeGreaterThan(0);
    for (const each of samples) {
      expect(each.name === name || each.name.startsWith(`${name}-`) ? name : each.name).toBe(name);
      expect(mailSamples).toContain(each);
    }
  });

  it('lead to everything that an app shows', async () => {
    const apps = files.filter((path) => /^apps\/[^/]+\/src\/mail-templates\/mail-samples\.ts$/.test(path));
    expect(apps.length).toBeGreaterThan(1);
    for (const path of apps) {
      const own = templates.filter(({ app }) => path.startsWith(`apps/${app}/`));
      const { mailSamples } = await load<Listing>(path);
      const strange = mailSamples.filter(
        (sample) => !own.some(({ name }) => sample.name === name || sample.name.startsWith(`${name}-`)),
      );
      expect(strange).toEqual([]);
    }
  });
});
