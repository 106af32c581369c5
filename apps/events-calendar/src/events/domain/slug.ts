/** The words in a slug, for what has no name of its own: `officer-calls` → “Officer calls”. */
export function slugInWords(slug: string): string {
  const words = slug.replaceAll('-', ' ');
  return words.charAt(0).toUpperCase() + words.slice(1);
}
