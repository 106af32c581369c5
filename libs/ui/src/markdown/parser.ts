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
  for (const token of state.tokens) {
    if (token.type === 'heading_open' || token.type === 'heading_close')
      token.tag = `h${Math.min(Number(token.tag.slice(1)) + shallowestHeading - 1, 6)}`;
    if (token.type === 'th_open' || token.type === 'td_open') ownAlignment(token);
    ownLinks(token.children ?? []);
  }
});
