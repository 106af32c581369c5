import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { apps } from '#launcher';
import type { AccessTable } from '#platform';
import { read, root } from './sources.js';

/** Every address that a text names as `METHOD /path` in backticks. */
function routesIn(markdown: string): string[] {
  const found = markdown.matchAll(/`((?:GET|POST|PUT|PATCH|DELETE) \/[^`\s]*)`/g);
  return [...new Set([...found].flatMap((match) => match[1] ?? []))].toSorted();
}

describe.each(apps.map(({ name }) => name))('the README of %s', (name) => {
  const path = `apps/${name}/README.md`;

  it('names every address of the access table and no other', async () => {
    const { access } = (await import(`../../apps/${name}/src/access.js`)) as { access: AccessTable };
    expect(existsSync(join(root, path)) ? routesIn(read(path)) : []).toEqual(Object.keys(access).toSorted());
  });

  it.each(['Addresses', 'Tables', 'Messages', 'Decisions'])('tells of its %s', (title) => {
    expect(read(path)).toMatch(new RegExp(`^## ${title}\\b.*\\n\\n\\S`, 'm'));
  });
});

describe('routesIn', () => {
  it('finds addresses in tables and in sentences, each once', () => {
    const text = '| `GET /a` | … |\n| `POST /a/:id` | see `GET /a` |\n`GET nothing` GET /b';
    expect(routesIn(text)).toEqual(['GET /a', 'POST /a/:id']);
  });
});
