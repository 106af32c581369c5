import type { ComponentChildren } from 'preact';

/** How something stands that takes a while: what the page shows, and what its script is told. */
export interface LiveState {
  readonly isRunning: boolean;
  readonly done: number;
  readonly total: number;
  /** Words that change, by the names of their places: see {@link LiveValue}. */
  readonly values: Readonly<Record<string, string>>;
  /** How it stands in a few words, for those who listen: "200 of 401 rows". */
  readonly said: string;
}

export interface LiveProgressProps {
  /** Where it is told how it stands: as a stream of events, and as JSON to whoever does not ask for one. */
  readonly address: string;
  readonly state: LiveState;
  /** Stands beside the bar and names it: "200 of 401 rows". Only what stands in a {@link LiveValue} changes. */
  readonly label: ComponentChildren;
  /** What else changes, beneath the bar. */
  readonly children?: ComponentChildren;
}

/**
 * A bar that moves by itself where there are scripts (the page has to link `uiAssets().progress`), and the page's own words
 * with it. When it is over, the page is loaded anew. What a screen reader is told comes far less often than the bar moves.
 */
export function LiveProgress({ address, state, label, children }: LiveProgressProps) {
  return (
    <div data-progress={address} data-progress-live>
      <p class="govuk-body">
        <label for="progress">{label}</label>
      </p>
      <progress id="progress" max={Math.max(state.total, 1)} value={state.done}>
        {state.said}
      </progress>
      {children}
      <p class="govuk-body cn-quiet" data-progress-lost hidden>
        How it stands cannot be seen at the moment; this page goes on trying.
      </p>
      <p class="govuk-visually-hidden" role="status" data-progress-said></p>
    </div>
  );
}

/** Words that change while somebody looks on. */
export function LiveValue({ of, name }: { readonly of: LiveState; readonly name: string }) {
  return <span data-progress-value={name}>{of.values[name]}</span>;
}
