/** One thing that a change altered, as the history keeps and shows it. Empty where there was nothing. */
export interface FieldChange {
  /** In the words that staff know it by: "Closes". */
  readonly field: string;
  readonly before: string;
  readonly after: string;
}
