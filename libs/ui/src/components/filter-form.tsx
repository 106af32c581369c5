import type { ComponentChildren } from 'preact';
import { Button } from './button.js';

export interface FilterFormProps {
  /** The address of the list, which the form adds its fields to. */
  readonly action: string;
  /** What is listed, for those who go from landmark to landmark: "People". */
  readonly label: string;
  /** What the button does: "Show these people". */
  readonly show: string;
  /** Leads back to the whole list; `null` while it is shown already. */
  readonly all: { readonly text: string; readonly href: string } | null;
  /** The words to look for, then the other fields in `cn-filters__fields`. */
  readonly children: ComponentChildren;
}

/** Which part of a list to show: a form that makes an address, which can be kept and passed on. */
export function FilterForm({ action, label, show, all, children }: FilterFormProps) {
  return (
    <form class="cn-filters" method="get" action={action} role="search" aria-label={label}>
      {children}
      <div class="cn-filters__actions">
        <Button classes="govuk-button--secondary">{show}</Button>
        {all !== null && (
          <a class="govuk-link" href={all.href}>
            {all.text}
          </a>
        )}
      </div>
    </form>
  );
}
