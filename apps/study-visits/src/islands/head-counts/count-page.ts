import type { Leave, Mark, MarkKind } from '../../head-counts/domain/mark.js';
import { mergeMarks, statedOf, tallyOf, type Stated } from '../../head-counts/domain/merge.js';
import {
  leaveWords,
  openWords,
  stateColours,
  stateWords,
  tallyWords,
} from '../../head-counts/domain/state-words.js';
import type { PageMark, PageState } from '../../head-counts/pages/page-state.js';
import type { Outbox, OwnMark } from './outbox.js';

const one = (within: ParentNode, selector: string) => within.querySelector<HTMLElement>(selector);

function setHidden(within: ParentNode, selector: string, isHidden: boolean): void {
  const found = one(within, selector);
  if (found) found.hidden = isHidden;
}

/** "8.02am" */
function timeWords(at: Date): string {
  const [hours, minutes] = [at.getHours(), String(at.getMinutes()).padStart(2, '0')];
  return `${hours % 12 === 0 ? 12 : hours % 12}.${minutes}${hours < 12 ? 'am' : 'pm'}`;
}

/** "You say here, 8.02am, not sent yet" */
function ownWords(mark: OwnMark): string {
  const time = timeWords(new Date(mark.madeAt));
  const leave = leaveWords(mark);
  const said =
    mark.kind === 'open' ? 'You took back what was said' : `You say ${stateWords[mark.kind].toLowerCase()}`;
  return `${said}, ${time}, not sent yet${leave === '' ? '' : `: ${leave}`}`;
}

const textIn = (sent: FormData, name: string): string => {
  const value = sent.get(name);
  return typeof value === 'string' ? value.trim() : '';
};

/** The page of a count: shows what the server knows and what waits on this phone, merged by the same rule as there. */
export class CountPage {
  private readonly countId: string;
  private readonly rows: readonly HTMLElement[];
  private state: PageState;
  /** Whether a form is on its way, whose answer is the page to come. */
  private isLeaving = false;

  /** @param marked what to do once somebody was marked here */
  constructor(
    private readonly section: HTMLElement,
    private readonly outbox: Outbox,
    marked: () => void,
  ) {
    this.countId = section.dataset['headCount'] ?? '';
    this.state = JSON.parse(section.dataset['pageState'] ?? '{}') as PageState;
    this.rows = [...section.querySelectorAll<HTMLElement>('[data-traveller]')];
    document.addEventListener('submit', (event) => {
      const { target, submitter } = event;
      if (!(target instanceof HTMLFormElement) || !('mark' in target.dataset)) {
        this.isLeaving = true;
        return;
      }
      event.preventDefault();
      const kind = submitter instanceof HTMLButtonElement ? submitter.value : '';
      if (this.mark(target, kind as MarkKind)) marked();
    });
  }

  /** Takes over what the server knows; an older answer that comes late changes nothing. */
  hear(countId: string, state: PageState): void {
    if (countId !== this.countId || state.version < this.state.version) return;
    // What is shown of a count that was closed or opened is the server's to say.
    const isOther = state.isClosed !== this.state.isClosed;
    if (isOther && !this.isLeaving && this.own().length === 0) window.location.reload();
    this.state = state;
    this.show();
  }

  /** Shows how it stands. */
  show(): void {
    const own = this.own();
    const sent = new Set(this.state.marks.map(({ id }) => id));
    const waiting = own
      .filter(({ id }) => !sent.has(id))
      .map((mark): PageMark => ({ ...mark, words: ownWords(mark) }));
    const marks = mergeMarks(this.state.marks, waiting);
    const ids = this.rows.map((row) => row.dataset['traveller'] ?? '');
    const tally = tallyOf(ids, marks);
    for (const row of this.rows) {
      const stated = tally.people.get(row.dataset['traveller'] ?? '');
      if (stated !== undefined) showRow(row, stated);
    }
    say(this.section, '[data-tally]', tallyWords(tally));
    say(this.section, '[data-open-words]', openWords(tally));
    setHidden(this.section, '[data-still-open]', tally.isAccounted);
    // A count is closed where everybody sees it: with what has been sent.
    setHidden(this.section, '[data-close]', !tally.isAccounted || waiting.length > 0);
    setHidden(this.section, '[data-decision]', tally.numbers.missing === 0);
    for (const input of this.section.querySelectorAll<HTMLInputElement>('[data-close] [name="version"]')) {
      input.value = String(this.state.version);
    }
  }

  private own(): readonly OwnMark[] {
    return this.outbox.all().filter(({ countId }) => countId === this.countId);
  }

  private mark(form: HTMLFormElement, kind: MarkKind): boolean {
    const sent = new FormData(form);
    const travellerId = textIn(sent, 'travellerId');
    const leave: Leave = {
      allowedBy: textIn(sent, 'allowedBy'),
      place: textIn(sent, 'place'),
      until: textIn(sent, 'until') || null,
    };
    const error = one(form, '[data-leave-error]');
    const isLacking = kind === 'elsewhere' && (leave.allowedBy === '' || leave.place === '');
    if (error) {
      error.hidden = !isLacking;
      error.textContent = isLacking ? 'Enter who allowed it, and where they are.' : '';
    }
    if (isLacking) return false;
    const known: readonly Mark[] = [...this.state.marks, ...this.own()];
    this.outbox.add({
      id: crypto.randomUUID(),
      countId: this.countId,
      travellerId,
      kind,
      leave: kind === 'elsewhere' ? leave : null,
      over: statedOf(known.filter((mark) => mark.travellerId === travellerId)).known,
      madeAt: new Date().toISOString(),
    });
    if (kind === 'elsewhere') form.closest('details')?.removeAttribute('open');
    this.show();
    return true;
  }
}

/** Changes words only where they are others, so that nobody is told the same twice. */
function say(within: ParentNode, selector: string, words: string): void {
  const place = one(within, selector);
  if (place && place.textContent !== words) place.textContent = words;
}

function showRow(row: HTMLElement, { state, standing, known }: Stated<PageMark>): void {
  row.dataset['state'] = state;
  const tag = one(row, '[data-tag]');
  if (tag) {
    tag.className = `govuk-tag govuk-tag--${stateColours[state]}`;
    tag.textContent = stateWords[state];
  }
  const said = one(row, '[data-said]');
  const items = standing.map(({ words }) => {
    const item = document.createElement('li');
    item.textContent = words;
    return item;
  });
  said?.replaceChildren(...items);
  // Where the count is closed there is nothing to press.
  setHidden(row, '[data-settle]', state !== 'contradiction' || one(row, '[data-mark]') === null);
  setHidden(row, '[data-missing]', !standing.some(({ kind }) => kind === 'missing'));
  // The button that is pressed must not vanish from under the thumb of whoever uses a keyboard.
  const back = one(row, '[data-back]');
  const isAtIt = back?.contains(document.activeElement) === true;
  if (back) back.hidden = standing.length === 0;
  if (isAtIt && standing.length === 0) one(row, 'button')?.focus({ preventScroll: true });
  for (const over of row.querySelectorAll<HTMLInputElement>('[name="over"]')) over.value = known.join(' ');
}
