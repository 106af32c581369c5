import type { SystemOptions } from '#launcher';
import { startImporting as startImportingIn, type Importing } from '../../imports/importing.ts';

export { tableOf, textOf, type Importing } from '../../imports/importing.ts';

export const uploadPath = '/members/manage/organisations/import';
export const exportPath = '/members/manage/organisations/export.csv';

/** Every organisation on record, whatever its status. */
export const everythingPath = `${exportPath}?status=any`;

const staff = {
  id: '01900000-0000-7000-8000-000000000001',
  name: 'Sam Example',
  roles: ['person', 'staff'],
} as const;

/** The members app with staff signed in who import files. */
export const startImporting = (options: SystemOptions = {}): Promise<Importing> =>
  startImportingIn({ app: 'members', uploadPath, table: 'organisations', staff }, options);

/** Imports a file, leaving out what has problems. @returns the words of its result */
export async function importAll(members: Importing, file: string | Uint8Array): Promise<string> {
  const path = await members.preview(file);
  await members.confirm(path, true);
  return (await members.outcome(path)).html;
}
