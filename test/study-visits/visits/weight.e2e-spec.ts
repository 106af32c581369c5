import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, expect, it } from '@jest/globals';
import { heaviestPage, weightOf } from '../../browser/page-weight.js';
import { startVisits, type VisitsStage } from '../stage.js';
import { insert } from '../stage-visit.js';

let stage: VisitsStage;
let slug: string;

beforeAll(async () => {
  stage = await startVisits({ apps: ['study-visits', 'shell'] });
  const description = Array.from(
    { length: 400 },
    (_, line) =>
      `- **Day ${line}**: a visit to co-operative number ${line * 7919}, and lunch with its members\n`,
  ).join('');
  const contacts = Array.from({ length: 8 }, (_, index) => ({
    name: `Contact ${index} Example`,
    role: 'Runs a part of it',
    phone: `01234 ${index}`,
    email: `contact.${index}@example.org`,
  }));
  const visit = await stage.visit({ columns: { description, contacts: JSON.stringify(contacts) } });
  slug = visit.slug;
  for (let index = 0; index < 30; index += 1) {
    await insert(stage.query, 'visit_documents', {
      id: randomUUID(),
      visit_id: visit.id,
      name: `document-${index}.pdf`,
      note: `What we learned, part ${index}`,
      audience: 'everyone',
      media_type: 'application/pdf',
      size: 100_000 + index,
      content: Buffer.from('%PDF'),
      uploaded_at: new Date(),
    });
  }
  for (let index = 0; index < 40; index += 1) {
    const day = `${2000 + index}-03-10`;
    const columns = { first_day: day, last_day: day, summary: `What ${index * 7919} members told us.` };
    await stage.visit({ title: `Visit number ${index}`, status: 'over', columns });
  }
});
afterAll(() => stage.stop());

it.each(['/visits', 'a visit'])('%s is under 60 KB in all, however much it says', async (page) => {
  const path = page === 'a visit' ? `/visits/${slug}` : page;
  expect(await weightOf(stage.system.urls['shell'] ?? '', path)).toBeLessThan(heaviestPage);
});
