/** How often the service is asked where the page does not say, and at most how often a screen reader is told, in milliseconds. */
const usuallyAskEvery = 1000;
const sayEvery = 10_000;

interface Progress {
  readonly isRunning: boolean;
  readonly done: number;
  readonly total: number;
}

/**
 * Keeps the bar of something that runs up to date, if there is one, and shows what came of it when it is through.
 *
 * @param askEvery in milliseconds
 */
function follow(holder: HTMLElement, address: string, askEvery: number): void {
  const bar = holder.querySelector('progress');
  const count = holder.querySelector('[data-progress-count]');
  const said = holder.querySelector('[data-progress-said]');
  let lastSaid = Date.now();

  const show = ({ done, total }: Progress) => {
    const words = done.toLocaleString('en-GB');
    if (bar) bar.value = done;
    if (count) count.textContent = words;
    if (!said || Date.now() - lastSaid < sayEvery) return;
    lastSaid = Date.now();
    said.textContent = `${words} of ${total.toLocaleString('en-GB')} rows`;
  };

  const ask = async () => {
    const response = await fetch(address, { headers: { accept: 'application/json' } });
    // Whoever has been signed out meanwhile is told so by the page.
    if (response.status === 401 || response.status === 403) window.location.reload();
    if (!response.ok) return;
    const progress = (await response.json()) as Progress;
    if (progress.isRunning) show(progress);
    else window.location.reload();
  };

  const askAgain = () => {
    window.setTimeout(() => {
      // A service that does not answer now may do so soon.
      ask()
        .catch(() => undefined)
        .finally(askAgain);
    }, askEvery);
  };
  askAgain();
}

for (const holder of document.querySelectorAll<HTMLElement>('[data-progress]')) {
  const { progress = '', progressEvery = usuallyAskEvery } = holder.dataset;
  follow(holder, progress, Number(progressEvery));
}
