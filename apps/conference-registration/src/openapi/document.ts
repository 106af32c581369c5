import type { Api } from '#platform';
import { apiPath } from './api-part.js';
import { apiParts } from './api-parts.js';

const about = `Conferences, and who books what for whom: the same that the pages do, for the same people.

A visitor reads what is published. With a bearer token of a person’s own you read and do what that person may; staff set
conferences up. Money is whole pence, before VAT unless it says otherwise. Days are ISO dates on the conference’s own clock,
instants are exact. Lists come in pages: send \`nextCursor\` as \`cursor\` until it is \`null\`. Errors are
\`application/problem+json\` (RFC 9457) with a stable \`code\`.`;

/** What it offers to programs. */
export const api: Api = { title: 'Conference registration', about, path: apiPath, parts: apiParts };
