import type { ComponentChildren } from 'preact';

export interface MeanwhileProps {
  /** The form anew. */
  readonly reloadPath: string;
  /** What it says now. */
  readonly children: ComponentChildren;
}

/** Tells who saves that the same was saved meanwhile, and what it says now; what they typed stays in the form. */
export function Meanwhile({ reloadPath, children }: MeanwhileProps) {
  return (
    <section class="cn-status cn-status--postponed" role="alert" aria-labelledby="meanwhile">
      <h2 class="cn-status__title" id="meanwhile">
        This was changed while you were writing
      </h2>
      <p>
        Yours is not saved yet; it is in the form below. Save it in place of what it says now, or{' '}
        <a class="govuk-link" href={reloadPath}>
          begin anew from that
        </a>
        :
      </p>
      {children}
    </section>
  );
}
