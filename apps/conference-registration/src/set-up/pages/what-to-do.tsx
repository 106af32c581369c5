import { field, Radios, type Form } from '#ui';
import type { ThingPage } from './set-up-pages.js';

/** One way to deal with a thing. */
export interface ThingToDo {
  /** What the form sends as `do`. */
  readonly value: string;
  /** "Take it off sale": what to choose, or to press where there is nothing else to choose. */
  readonly text: string;
  /** What it means. */
  readonly hint: string;
}

/**
 * The part of a page that asks what is to be done with a thing: to choose from, or to confirm where there is one way only.
 *
 * @param beyond why there is no other way
 */
export function whatToDo(
  shown: Form,
  ways: readonly ThingToDo[],
  beyond: string | null,
): Pick<ThingPage, 'hidden' | 'saveLabel' | 'children'> {
  const [only, ...others] = ways;
  const why = beyond !== null && <p class="govuk-body">{beyond}</p>;
  if (only !== undefined && others.length === 0) {
    return {
      hidden: { do: only.value },
      saveLabel: only.text,
      children: (
        <>
          <p class="govuk-body">{only.hint}</p>
          {why}
        </>
      ),
    };
  }
  return {
    saveLabel: 'Do this',
    children: (
      <>
        <Radios
          {...field(shown, 'do')}
          fieldset={{ legend: { text: 'What is to be done?', classes: 'govuk-fieldset__legend--s' } }}
          items={ways}
        />
        {why}
      </>
    ),
  };
}
