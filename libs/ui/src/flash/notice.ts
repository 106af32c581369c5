/** What a step did, said once on the next page. */
export interface Notice {
  /** `success`: done as asked. `important`: something to know before going on. */
  readonly type: 'success' | 'important';
  /** Plain text, whole sentences. */
  readonly text: string;
}
