import type { Api } from '#platform';
import { apiPath } from './api-part.js';
import { apiParts } from './api-parts.js';

const about = `The network’s stands at conferences of others: exhibitions, the team, the rota, what happens on the stand, and what is
taken there; the same that the pages do, for the same people.

A visitor reads what is published. With a bearer token of a person’s own you read and do what that person may; staff run the
stands. Money is whole pence, days are ISO dates on the clock of Europe/London, instants are exact. Lists come in pages: send
\`nextCursor\` as \`cursor\` until it is \`null\`. Errors are \`application/problem+json\` (RFC 9457) with a stable \`code\`.`;

/** What it offers to programs. */
export const api: Api = { title: 'Exhibition stands', about, path: apiPath, parts: apiParts };
