/** So that nothing in a plain text is taken for a mark: neither characters anywhere, nor those that begin a line. */
export function plainInMarkdown(text: string): string {
  return text
    .trim()
    .replaceAll(/[\\`*_[\]<>#|~&]/g, String.raw`\$&`)
    .replaceAll(/^(\s*)([-+=])/gm, String.raw`$1\$2`)
    .replaceAll(/^(\s*\d+)([.)])/gm, String.raw`$1\$2`);
}

/** Paragraphs of Markdown; empty ones are left out. */
export const paragraphs = (parts: readonly string[]): string =>
  parts.filter((part) => part !== '').join('\n\n');
