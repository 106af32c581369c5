import type { Fragment } from './fragments.js';

function Piece({ fragment }: { readonly fragment: Fragment }) {
  if (fragment.html === null) {
    return (
      <div class="govuk-inset-text">
        The {fragment.part.words} is not available at the moment. The rest of the site works; try again in a
        few minutes.
      </div>
    );
  }
  // The markup of another of our own services, which escapes whatever people wrote in it.
  return <div dangerouslySetInnerHTML={{ __html: fragment.html }} />;
}

/** What is coming up, and what one can do here. */
export function HomeView({ fragments }: { readonly fragments: readonly Fragment[] }) {
  return (
    <>
      <h1 class="govuk-heading-xl">Events of the co-operative councils’ network</h1>
      <p class="govuk-body-l">
        Conferences, stands, study visits, board meetings and online events, for the councils and partners of
        the Co-operative Councils’ Innovation Network.
      </p>
      {fragments.map((fragment) => (
        <Piece key={fragment.part.app} fragment={fragment} />
      ))}
    </>
  );
}

export function HomeSide() {
  return (
    <>
      <h2 class="govuk-heading-m">Keep up to date</h2>
      <p class="govuk-body">
        Subscribe once, and every date and every change of a date appears in your own calendar.
      </p>
      <p class="govuk-body">
        <a class="govuk-link" href="/calendar/subscribe">
          Subscribe in Outlook, Google or Apple
        </a>
      </p>
    </>
  );
}
