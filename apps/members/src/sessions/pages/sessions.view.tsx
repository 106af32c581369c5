import { Button, momentInWords, ResponsiveTable, Tag } from '#ui';
import { sessionsPath } from '../../account/addresses.js';
import { browserInWords } from '../domain/browser-in-words.js';
import type { SessionRow } from '../session.entity.js';

export interface SessionsProps {
  readonly sessions: readonly SessionRow[];
  /** The id of the one that asks. */
  readonly current: string | null;
}

const columns = [
  { key: 'browser', heading: 'Browser' },
  { key: 'since', heading: 'Signed in' },
  { key: 'seen', heading: 'Last used' },
  { key: 'from', heading: 'From' },
  { key: 'end', heading: 'Sign out' },
] as const;

/** Where a person is signed in. */
export function SessionsView({ sessions, current }: SessionsProps) {
  const others = sessions.filter(({ id }) => id !== current);
  return (
    <>
      <h1 class="govuk-heading-xl">Where you are signed in</h1>
      <p class="govuk-body">
        Sign out what you do not know, or no longer use. A browser that you do not use is signed out by itself
        after 30 days, any other after 90 days.
      </p>
      <ResponsiveTable
        caption="Your browsers"
        captionClasses="govuk-visually-hidden"
        columns={columns}
        rows={sessions.map((session) => cellsOf(session, session.id === current))}
      />
      {others.length > 0 && (
        <form method="post" action={`${sessionsPath}/end-others`}>
          <Button classes="govuk-button--warning" preventDoubleClick>
            Sign out everywhere but here
          </Button>
        </form>
      )}
    </>
  );
}

function cellsOf(session: SessionRow, isCurrent: boolean) {
  const browser = browserInWords(session.userAgent);
  return [
    isCurrent ? (
      <>
        {browser} <Tag>This one</Tag>
      </>
    ) : (
      browser
    ),
    momentInWords(session.createdAt),
    momentInWords(session.lastSeenAt),
    session.network,
    <form method="post" action={isCurrent ? '/members/sign-out' : `${sessionsPath}/${session.id}/end`}>
      <Button classes="govuk-button--secondary cn-flush" preventDoubleClick>
        Sign out
        <span class="govuk-visually-hidden">
          : {browser}, signed in {momentInWords(session.createdAt)}
        </span>
      </Button>
    </form>,
  ];
}
