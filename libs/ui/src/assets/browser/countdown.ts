import { timeLeftInWords } from '../../live/time-left-words.js';

/** At so many minutes left a screen reader is told. */
const toldAt = [10, 5, 1];

const minute = 60_000;

/** Counts one holder down from when the page was asked for: what the server said was left is believed, not the machine's clock. */
function countDown(holder: HTMLElement): void {
  const end = Date.now() - performance.now() + Number(holder.dataset['countdown']);
  const shown = holder.querySelector('[data-countdown-left]');
  const said = holder.querySelector('[data-countdown-said]');
  const running = holder.querySelector<HTMLElement>('[data-countdown-running]');
  const over = holder.querySelector<HTMLElement>('[data-countdown-over]');
  if (!shown || !said || !running || !over) return;
  const name = running.querySelector('p');
  let toTell = toldAt.filter((minutes) => minutes < Math.round((end - Date.now()) / minute));

  const look = () => {
    const left = end - Date.now();
    const words = timeLeftInWords(left);
    if (words === null) {
      window.clearInterval(timer);
      document.removeEventListener('visibilitychange', look);
      shown.textContent = 'no time left';
      said.textContent = over.textContent;
      over.hidden = false;
      // Whoever is about to press something there must not lose their place.
      if (!running.contains(document.activeElement)) running.hidden = true;
      holder.classList.add('cn-time-left--over');
      return;
    }
    if (shown.textContent !== words) shown.textContent = words;
    const due = toTell.filter((minutes) => Math.round(left / minute) <= minutes);
    if (due.length === 0) return;
    toTell = toTell.filter((minutes) => !due.includes(minutes));
    said.textContent = name?.textContent ?? words;
  };

  const timer = window.setInterval(look, 1000);
  // A page that nobody looks at is woken less often.
  document.addEventListener('visibilitychange', look);
  look();
}

for (const holder of document.querySelectorAll<HTMLElement>('[data-countdown]')) countDown(holder);
