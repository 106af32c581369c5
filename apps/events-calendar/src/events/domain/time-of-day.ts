import type { Temporal } from 'temporal-polyfill';

export { readTime } from '#checks';

/** A time in words, as the rest of the pages write it: “10am”, “2:30pm”, “12 noon”, “midnight”. */
export function timeInWords(time: Temporal.PlainTime): string {
  if (time.minute === 0 && time.hour === 12) return '12 noon';
  if (time.minute === 0 && time.hour === 0) return 'midnight';
  const minutes = time.minute === 0 ? '' : `:${String(time.minute).padStart(2, '0')}`;
  return `${time.hour % 12 === 0 ? 12 : time.hour % 12}${minutes}${time.hour < 12 ? 'am' : 'pm'}`;
}
