import type { Api } from '#platform';
import { organisationPaths } from '../organisations/api/organisation-paths.js';
import { peoplePaths } from '../people/api/people-paths.js';
import { apiPath } from './addresses.js';

const about = `The network’s organisations and people, for its staff: the same that their pages show, by the same rules.

Every call takes a bearer token that a person made for a program; it may do what that person may. Lists come in pages: send
\`nextCursor\` as \`cursor\` until it is \`null\`. Errors are \`application/problem+json\` (RFC 9457) with a stable \`code\`.`;

/** What it offers to programs. */
export const api: Api = {
  title: 'Members',
  about,
  path: apiPath,
  parts: [
    { tags: ['Organisations'], paths: organisationPaths },
    { tags: ['People'], paths: peoplePaths },
  ],
};
