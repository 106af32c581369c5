import { momentInWords } from '#ui';
import { ErasureParts, isOver } from '../../erasing/pages/erasure-parts.js';
import type { Erasure } from '../../erasing/read-erasure.js';

/** All that is left of a person who was erased: when, on whose wish, and which services have done it. */
export function ErasedView({ erasure }: { readonly erasure: Erasure }) {
  const { askedAt, byThemselves, reason } = erasure;
  return (
    <>
      <h1 class="govuk-heading-xl">Erased person</h1>
      <p class="govuk-body">
        Erased on {momentInWords(askedAt)}
        {byThemselves ? ', on their own wish' : `. The reason given: ${reason}`}.{' '}
        {isOver(erasure)
          ? 'Every part of the site has forgotten them.'
          : 'Parts of the site that are waiting will do it as soon as they hear of it.'}
      </p>
      <ErasureParts erasure={erasure} />
    </>
  );
}
