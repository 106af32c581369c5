/** How often the service is asked where the page does not say, and at most how often a screen reader is told, in milliseconds. */
const usuallyAskEvery = 1000;
const sayEvery = 10_000;

/** A stream that cannot be had is tried again after so long, and each time a little later, in milliseconds. */
const firstTry = 1000;
const lastTry = 10_000;

/** How long nothing may be heard before the page says so, in milliseconds. */
const lostAfter = 3000;

/** How it stands: `LiveState` of the page, of which a page that only waits needs no more than the first. */
interface State {
  readonly isRunning: boolean;
  readonly done: number;
  readonly total: number;
  readonly values?: Readonly<Record<string, string>>;
  readonly said?: string;
}

/** Keeps what a page shows up to date, and has it loaded anew when all is over. */
function shower(holder: HTMLElement): (state: State) => void {
  const bar = holder.querySelector('progress');
  const places = holder.querySelectorAll<HTMLElement>('[data-progress-value]');
  const saying = holder.querySelector('[data-progress-said]');
  let lastSaid = Date.now();

  return ({ isRunning, done, total, values = {}, said = '' }) => {
    if (!isRunning) {
      window.location.reload();
      return;
    }
    if (bar) {
      bar.max = Math.max(total, 1);
      bar.value = done;
    }
    for (const place of places) {
      const words = values[place.dataset['progressValue'] ?? ''];
      if (words !== undefined && place.textContent !== words) place.textContent = words;
    }
    if (!saying || Date.now() - lastSaid < sayEvery) return;
    lastSaid = Date.now();
    saying.textContent = said;
  };
}

/** @returns how it stands; `null` where that cannot be had, which the page itself then tells if it is there to stay */
async function ask(address: string): Promise<State | null> {
  const response = await fetch(address, { headers: { accept: 'application/json' } }).catch(() => null);
  // Whoever has been signed out meanwhile, or looks at what is gone, is told so by the page.
  if (response && [401, 403, 404].includes(response.status)) window.location.reload();
  return response?.ok ? ((await response.json()) as State) : null;
}

/** Asks again and again. */
function poll(holder: HTMLElement, address: string, askEvery: number): void {
  const show = shower(holder);
  const later = () => {
    window.setTimeout(() => {
      void ask(address).then((state) => {
        if (state) show(state);
        later();
      });
    }, askEvery);
  };
  later();
}

/**
 * Listens. A stream that breaks off is taken up again by the browser itself; one that is refused (the service is starting, or
 * too many listen) by us, once the service answers. A page that nobody looks at does not listen.
 */
function listen(holder: HTMLElement, address: string): void {
  const show = shower(holder);
  const lost = holder.querySelector<HTMLElement>('[data-progress-lost]');
  let source: EventSource | null = null;
  let timer: number | undefined;
  let losing: number | undefined;
  let patience = firstTry;

  const found = () => {
    window.clearTimeout(losing);
    losing = undefined;
    patience = firstTry;
    if (lost) lost.hidden = true;
  };
  const missed = () => {
    losing ??= window.setTimeout(() => {
      if (lost) lost.hidden = false;
    }, lostAfter);
  };
  const stop = () => {
    window.clearTimeout(timer);
    source?.close();
    source = null;
  };
  const open = () => {
    stop();
    source = new EventSource(address);
    source.addEventListener('open', found);
    source.addEventListener('message', ({ data }: MessageEvent<string>) => {
      const state = JSON.parse(data) as State;
      if (!state.isRunning) stop();
      show(state);
    });
    source.addEventListener('error', () => {
      missed();
      if (source?.readyState === EventSource.CLOSED) later();
    });
  };
  const later = () => {
    stop();
    timer = window.setTimeout(() => {
      void ask(address).then((state) => {
        if (state) {
          found();
          show(state);
        }
        if (state?.isRunning === false || document.hidden) return;
        if (state) open();
        else later();
      });
    }, patience);
    patience = Math.min(patience * 1.5, lastTry);
  };

  document.addEventListener('visibilitychange', () => {
    if (document.hidden) stop();
    else open();
  });
  if (!document.hidden) open();
}

for (const holder of document.querySelectorAll<HTMLElement>('[data-progress]')) {
  const { progress = '', progressEvery = usuallyAskEvery, progressLive } = holder.dataset;
  if (progressLive === undefined) poll(holder, progress, Number(progressEvery));
  else listen(holder, progress);
}
