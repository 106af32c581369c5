import { markdown } from './parser.js';

/**
 * What staff wrote in Markdown as HTML that is safe whatever they wrote: raw HTML stays text, links lead to http, https
 * and mail addresses only, images are not loaded, headings begin below the page's own (`#` becomes h3).
 */
export function renderMarkdown(text: string): string {
  return markdown.render(text);
}
