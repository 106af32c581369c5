import type { SystemOptions } from '#launcher';
import { staffPerson } from '../signed-in.js';
import {
  startImporting as startImportingIn,
  type Importing as ImportingAny,
} from '../../imports/importing.js';

export { tableOf, textOf } from '../../imports/importing.js';

/** The calendar with staff signed in who import files. */
export interface Importing extends ImportingAny {
  /** How many events there are. */
  countEvents(this: void): Promise<number>;
}

export async function startImporting(options: SystemOptions = {}): Promise<Importing> {
  const where = {
    app: 'events-calendar',
    uploadPath: '/calendar/manage/import',
    table: 'events',
    staff: staffPerson,
  };
  const importing = await startImportingIn(where, options);
  return { ...importing, countEvents: importing.count };
}
