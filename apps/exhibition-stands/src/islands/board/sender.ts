/** What is asked of the server: the fields of one of its forms. */
export type Act = Readonly<Record<string, string>>;

/** Sends an act, shows the board as it is then, and says what was done. */
export interface Sender {
  /** @param focus keys of where the focus goes, the first that there is then */
  readonly act: (act: Act, ...focus: readonly string[]) => Promise<void>;
  readonly say: (words: string) => void;
}

/** Says things to those who listen, without moving anything. */
function liveRegion(board: HTMLElement): (words: string) => void {
  const region = document.createElement('p');
  region.className = 'govuk-visually-hidden';
  region.setAttribute('role', 'status');
  region.dataset['boardSaid'] = '';
  board.before(region);
  return (words) => {
    region.textContent = words;
  };
}

/** The words of the banner at the top of a page that was sent, or of what was refused. */
function saidIn(page: Document): string {
  const refused = page.querySelector('[data-board-refused]');
  const banner = page.querySelector('.govuk-notification-banner__content');
  return (refused ?? banner)?.textContent.trim() ?? '';
}

/** The server decides and renders; what comes back takes the place of the board that is shown. */
export function sender(board: HTMLElement): Sender {
  const say = liveRegion(board);
  let isBusy = false;

  const show = (page: Document, focus: readonly string[]) => {
    const fresh = page.querySelector<HTMLElement>('[data-board]');
    if (!fresh) {
      window.location.reload();
      return;
    }
    board.dataset['version'] = fresh.dataset['version'] ?? '';
    board.replaceChildren(...fresh.childNodes);
    board.dispatchEvent(new CustomEvent('board-shown'));
    const [wanted] = focus.flatMap((key) => [
      ...board.querySelectorAll<HTMLElement>(`[data-board-key="${CSS.escape(key)}"]`),
    ]);
    const target =
      wanted ??
      board.querySelector<HTMLElement>('[data-board-refused]') ??
      board.querySelector<HTMLElement>('[data-chip], [data-gap]');
    target?.focus();
    say(saidIn(page));
  };

  const send = async (address: string, fields: Act, focus: readonly string[]): Promise<void> => {
    if (isBusy) return;
    isBusy = true;
    board.setAttribute('aria-busy', 'true');
    const body = new URLSearchParams({
      ...fields,
      version: board.dataset['version'] ?? '',
      back: window.location.search.slice(1),
    });
    try {
      const response = await fetch(address, { method: 'POST', body });
      const isBoard = response.ok || response.status === 409;
      if (!isBoard) throw new Error(`the server answered ${response.status}`);
      show(new DOMParser().parseFromString(await response.text(), 'text/html'), focus);
    } catch {
      say('That could not be done: the service does not answer. Nothing was changed. Try again in a moment.');
    } finally {
      isBusy = false;
      board.removeAttribute('aria-busy');
    }
  };

  board.addEventListener('submit', (event) => {
    const form = event.target;
    if (!(form instanceof HTMLFormElement) || form.dataset['boardForm'] === undefined) return;
    event.preventDefault();
    const fields = [...new FormData(form)].flatMap(([name, value]) =>
      typeof value === 'string' ? [[name, value]] : [],
    );
    void send(form.action, Object.fromEntries(fields), ['undo']);
  });

  return { act: (act, ...focus) => send(board.dataset['board'] ?? '', act, focus), say };
}
