import type { HostDetails } from './domain/host.js';
import type { HostRow } from './host.entity.js';

/** A host as the features of this app know it. */
export interface Host extends HostDetails {
  readonly id: string;
  readonly version: number;
}

/** A host as its row says it. */
export function hostOf(row: HostRow): Host {
  const { lat, lon, changedAt: _, ...host } = row;
  return { ...host, point: lat === null || lon === null ? null : { lat, lon } };
}

/** The columns of what staff say of a host. */
export function columnsOf({ point, ...details }: HostDetails) {
  return { ...details, lat: point?.lat ?? null, lon: point?.lon ?? null };
}
