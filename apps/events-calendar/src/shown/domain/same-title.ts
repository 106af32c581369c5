/** What is left of a title for telling whether two are the same: its letters and digits, without a year. */
const bare = (title: string): string =>
  title
    .normalize('NFKD')
    .toLowerCase()
    .replaceAll(/\b(?:19|20)\d\d\b/g, '')
    .replaceAll(/[^\p{L}\p{N}]/gu, '');

/** Whether two titles of events of one day name the same: “Annual Conference” and “ANNUAL CONFERENCE 2027” do. */
export function sameTitle(one: string, other: string): boolean {
  return bare(one) === bare(other);
}
