import type { ComponentChildren } from 'preact';

export interface KeptUpProps {
  /** Where the page hears that it is not as it stands any more: a stream of events. */
  readonly address: string;
  /** What that would say now. */
  readonly state: object;
  /** What a screen reader is told once something has changed. */
  readonly said: string;
  readonly children: ComponentChildren;
}

/**
 * A part of a page that is made anew by itself where there are scripts (the page has to link the island `kept-up`). Without them,
 * one loads it again.
 */
export function KeptUp({ address, state, said, children }: KeptUpProps) {
  return (
    <>
      <p class="cn-status cn-status--postponed cn-no-print" data-kept-up-lost hidden>
        There is no connection, so this page may be old. It goes on trying.
      </p>
      <p class="govuk-visually-hidden" role="status" data-kept-up-said={said}></p>
      <div data-kept-up={address} data-kept-up-state={JSON.stringify(state)}>
        {children}
      </div>
    </>
  );
}
