import { markdown } from './parser.js';

/**
 * What staff wrote in Markdown as HTML that is safe whatever they wrote: raw HTML stays text, links lead to http, https
 * and mail addresses only, images are not loaded, headings begin at h3, below those of the page, so an h2 must stand
 * above it.
 */
export function renderMarkdown(text: string): string {
  return markdown.render(text);
}
