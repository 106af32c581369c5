import type { ApiPart } from '../../openapi/api-part.js';
import { applicationPaths } from '../applications/api/application-paths.js';
import { notePaths } from '../booking/api/note-paths.js';
import { needsPaths } from '../needs/api/needs-paths.js';
import { mailingPaths } from '../mailing/api/mailing-paths.js';
import { movePaths } from '../moving/api/move-paths.js';
import { listPaths } from '../lists/api/list-paths.js';

const tags = ['Running a conference'];

/** Running conferences, for programs of staff. */
export const runningApi: ApiPart = {
  tags,
  paths: {
    ...listPaths(tags),
    ...notePaths(tags),
    ...applicationPaths(tags),
    ...needsPaths(tags),
    ...mailingPaths(tags),
    ...movePaths(tags),
  },
};
