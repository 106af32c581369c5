import { sheetOf } from '#sheets';
import type { VisitorRow } from './visitor.entity.js';

/** Visitors as a table to take out. */
export const visitorsSheet = (title: string, visitors: readonly VisitorRow[]) =>
  sheetOf({
    name: `Visitors, ${title}`,
    columns: [
      { key: 'at', title: 'When', kind: 'instant' },
      { key: 'name', title: 'Name', kind: 'text' },
      { key: 'email', title: 'Email', kind: 'text' },
      { key: 'organisationName', title: 'Organisation', kind: 'text' },
      { key: 'interests', title: 'Interests', kind: 'text' },
      { key: 'consentAt', title: 'Agreed', kind: 'instant' },
      { key: 'consentWords', title: 'What they agreed to', kind: 'text' },
      { key: 'source', title: 'Source', kind: 'text' },
    ],
    rows: visitors.map(
      ({ at, name, email, organisationName, interests, consentAt, consentWords, source }) => ({
        at,
        name,
        email,
        organisationName,
        interests,
        consentAt,
        consentWords,
        source,
      }),
    ),
  });
