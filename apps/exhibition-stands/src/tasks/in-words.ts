import type { TaskKind } from './domain/task.js';

export const kindWords: Readonly<Record<TaskKind, string>> = {
  booking: 'Booking',
  artwork: 'Artwork',
  passes: 'Passes',
  deliveries: 'Deliveries',
  other: 'Other',
};
