/** One thing that a change altered, as a history keeps and shows it. Empty where there was nothing. */
export interface FieldChange {
  /** In the words that staff know it by: "Closes". */
  readonly field: string;
  readonly before: string;
  readonly after: string;
}

/** What is said of a thing, by what staff call it: "Name" → "Both days". */
export type Words = Readonly<Record<string, string>>;

/**
 * What differs between two states of a thing, in words, in the order of the fields.
 *
 * @param before `null`: it was not there
 * @param after `null`: it is there no more
 */
export function changesBetween(before: Words | null, after: Words | null): readonly FieldChange[] {
  const fields = new Set([...Object.keys(after ?? {}), ...Object.keys(before ?? {})]);
  return [...fields].flatMap((field) => {
    const was = before?.[field] ?? '';
    const is = after?.[field] ?? '';
    return was === is ? [] : [{ field, before: was, after: is }];
  });
}

export const yesOrNo = (value: boolean): string => (value ? 'Yes' : 'No');
