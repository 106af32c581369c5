import { dateInWords } from '#ui';
import type { FeedbackLink } from '../feedback/own-feedback-link.js';

/** Leads somebody who stood to where they say how it was. */
export function SayHowItWas({ link }: { readonly link: FeedbackLink | null }) {
  if (link === null) return null;
  return (
    <p class="govuk-body">
      <a class="govuk-link" href={link.path}>
        {link.hasAnswered ? 'Change what you said of how it was' : 'Say how it was'}
      </a>
      : it takes two minutes. You can do so until {dateInWords(link.until)}.
    </p>
  );
}
