/**
 * A schema.org description as a data block. `<` and `&` and the line separators are written as escapes, so no text in it
 * can end the block (HTML, "restrictions for contents of script elements").
 */
export function jsonLdScript(description: object): string {
  const json = JSON.stringify(description).replaceAll(
    /[<>&\u2028\u2029]/g,
    (character) => `\\u${character.charCodeAt(0).toString(16).padStart(4, '0')}`,
  );
  return `<script type="application/ld+json">${json}</script>`;
}
