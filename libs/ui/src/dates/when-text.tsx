import type { AnyWhen } from './when.js';
import { whenParts } from './when-in-words.js';
import type { WhenWordsOptions } from './when-in-words.js';

/** {@link whenInWords} with each time and date in a `<time>` that machines read too. */
export function WhenText({ when, ...options }: { readonly when: AnyWhen } & WhenWordsOptions) {
  return (
    <>
      {whenParts(when, options).map(({ text, datetime }) =>
        datetime === null ? (
          text
        ) : (
          <time key={datetime} dateTime={datetime}>
            {text}
          </time>
        ),
      )}
    </>
  );
}
