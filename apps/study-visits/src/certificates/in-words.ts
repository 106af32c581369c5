import { plural } from '#ui';

/** "6 days, with 21 hours and 30 minutes at hosts and in sessions" */
export function attendedInWords({
  days,
  minutes,
}: {
  readonly days: number;
  readonly minutes: number;
}): string {
  if (minutes === 0) return plural(days, 'day');
  const [hours, rest] = [Math.floor(minutes / 60), minutes % 60];
  const parts = [
    ...(hours === 0 ? [] : [plural(hours, 'hour')]),
    ...(rest === 0 ? [] : [plural(rest, 'minute')]),
  ];
  return `${plural(days, 'day')}, with ${parts.join(' and ')} at hosts and in sessions`;
}
