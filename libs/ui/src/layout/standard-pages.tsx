import { renderPage } from './render-page.js';
import type { Page } from './render-page.js';

/** What went wrong, in words; the same fields as a `Problem` of the platform. */
export interface PageProblem {
  /** HTTP status of the answer. */
  readonly status: number;
  /** What happened, as a heading: "Page not found". */
  readonly title: string;
  /** What happened and what to do next, in whole sentences. */
  readonly detail: string;
  /** Shown where only the logs know more, so that staff can find it there; `null` elsewhere. */
  readonly requestId?: string | null;
  /** Where to sign in, where that may help. */
  readonly signIn?: string | null;
}

/** What a standard page needs to know of the site around it. */
export type Surroundings = Pick<Page, 'chrome' | 'section' | 'account' | 'signIn' | 'acting'>;

/** The text of an error page; also for a page of the service's own that shows a failure in part. */
export function ErrorText({ title, detail, requestId = null, signIn = null }: PageProblem) {
  return (
    <>
      <h1 class="govuk-heading-l">{title}</h1>
      <p class="govuk-body">{detail}</p>
      {signIn !== null && (
        <a class="govuk-button" href={signIn} draggable={false}>
          Sign in
        </a>
      )}
      {requestId !== null && (
        <p class="govuk-body cn-quiet">
          If it happens again, tell us this number, so that we can find out why: <code>{requestId}</code>
        </p>
      )}
      <p class="govuk-body">
        <a class="govuk-link" href="/">
          Go to the home page
        </a>
      </p>
    </>
  );
}

/** The page for any failure. */
export function renderErrorPage(around: Surroundings, problem: PageProblem): string {
  return renderPage({
    ...around,
    title: problem.title,
    noIndex: true,
    main: <ErrorText {...problem} />,
  });
}

/** 404. */
export function renderNotFoundPage(around: Surroundings): string {
  return renderErrorPage(around, {
    status: 404,
    title: 'Page not found',
    detail:
      'There is nothing at this address. If you typed it, check that it is right; if you followed a link, the page may have moved.',
  });
}

/**
 * 503: a part of the site does not answer.
 * @param part as a sentence names it: "calendar"
 */
export function renderUnavailablePage(around: Surroundings, part: string): string {
  return renderErrorPage(around, {
    status: 503,
    title: `The ${part} is not available`,
    detail: `The ${part} is not available at the moment. The rest of the site works. Try again in a few minutes: nothing that you saved before is lost.`,
  });
}
