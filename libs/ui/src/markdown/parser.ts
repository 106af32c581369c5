import MarkdownIt from 'markdown-it';

/** Only these leave the page; anything else in a link's address is shown as the text that it is. */
const allowedAddress = /^(?:https?:\/\/|mailto:)[^\s]/i;

/** The page's own headings are h1 and h2. */
const shallowestHeading = 3;

/** CommonMark with tables and struck-through text, made safe; see `renderMarkdown` for what that means. */
export const markdown = new MarkdownIt('default', { html: false, linkify: true, breaks: true });
markdown.disable('image');
markdown.linkify.set({ fuzzyLink: false, fuzzyIP: false, fuzzyEmail: true });
markdown.validateLink = (address) => allowedAddress.test(address);

type Token = ReturnType<typeof markdown.parse>[number];

/** Headings begin at h3 and never skip a level, whichever levels the text began with or skipped. */
function ownHeadings(tokens: readonly Token[]): void {
  const above: number[] = [];
  for (const token of tokens) {
    if (token.type === 'heading_open') {
      const level = Number(token.tag.slice(1));
      while ((above.at(-1) ?? 0) >= level) above.pop();
      above.push(level);
    }
    if (token.type === 'heading_open' || token.type === 'heading_close')
      token.tag = `h${Math.min(shallowestHeading + above.length - 1, 6)}`;
  }
}

/** Links without an address worth following become plain words; the others say that they lead out. */
function ownLinks(tokens: readonly Token[]): void {
  let leadsNowhere = false;
  for (const token of tokens) {
    if (token.type === 'link_open') {
      leadsNowhere = !allowedAddress.test(String(token.attrGet('href')));
      token.attrSet('rel', 'nofollow noopener');
    }
    if (token.type === 'link_open' || token.type === 'link_close') token.hidden = leadsNowhere;
  }
}

/** The policy of our pages allows no `style`: of a column's alignment, only that of numbers is kept, as a class. */
function ownAlignment(cell: Token): void {
  const alignment = cell.attrGet('style');
  cell.attrs = alignment === 'text-align:right' ? [['class', 'cn-number']] : null;
}

markdown.core.ruler.push('own_markup', (state) => {
  ownHeadings(state.tokens);
  for (const token of state.tokens) {
    if (token.type === 'th_open' || token.type === 'td_open') ownAlignment(token);
    ownLinks(token.children ?? []);
  }
});

// A table may be wider than a phone: it scrolls in a box of its own, which the keyboard can reach.
markdown.renderer.rules.table_open = () =>
  '<div class="cn-scroll" role="group" aria-label="Table" tabindex="0"><table>\n';
markdown.renderer.rules.table_close = () => '</table></div>\n';
