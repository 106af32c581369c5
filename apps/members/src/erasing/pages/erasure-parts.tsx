import { momentInWords, SummaryList, Tag } from '#ui';
import type { Erasure } from '../read-erasure.js';

/** What people call the services. */
const names: Readonly<Record<string, string>> = {
  'events-calendar': 'Calendar',
  'conference-registration': 'Conference registration',
  'exhibition-stands': 'Stands',
  'study-visits': 'Visits',
  mailer: 'Mail',
};

/** Whether every service has forgotten the person. */
export const isOver = (erasure: Erasure): boolean => erasure.parts.every(({ doneAt }) => doneAt !== null);

/** Which services have forgotten the person, and when each did. */
export function ErasureParts({ erasure }: { readonly erasure: Erasure }) {
  const parts = [
    { app: 'members', doneAt: erasure.askedAt, did: 'The record, its history and all sign-ins' },
    ...erasure.parts,
  ];
  return (
    <SummaryList
      rows={parts.map(({ app, doneAt, did }) => ({
        key: names[app] ?? (app === 'members' ? 'Members and sign-in' : app),
        value:
          doneAt === null ? (
            <Tag colour="yellow">Waiting</Tag>
          ) : (
            <>
              <Tag colour="green">Done</Tag> {momentInWords(doneAt)}
              <br />
              <span class="cn-quiet">{did}</span>
            </>
          ),
      }))}
    />
  );
}
