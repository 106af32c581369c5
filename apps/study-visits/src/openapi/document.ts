import type { Api } from '#platform';
import { apiPath } from './api-part.js';
import { apiParts } from './api-parts.js';

const about = `The network’s study visits: the visits themselves, applications, selection, travellers and how they are readied; the same that
the pages do, for the same people.

A visitor reads what is announced. With a bearer token of a person’s own you read and do what that person may; staff run the
visits. Money is whole pence, days are ISO dates on the clock where the visit goes, instants are exact. Lists come in pages: send
\`nextCursor\` as \`cursor\` until it is \`null\`. Errors are \`application/problem+json\` (RFC 9457) with a stable \`code\`.`;

/** What it offers to programs. */
export const api: Api = { title: 'Study visits', about, path: apiPath, parts: apiParts };
