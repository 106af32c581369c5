import type { Place } from '../../events/domain/event.js';

/** Close enough to see the building and how to get to it. */
const zoom = 17;

/** A place on OpenStreetMap: a mark at its coordinates, or a search for its name and address. */
export function mapAddress({ name, address, coordinates }: Place): string {
  if (coordinates !== null) {
    const { latitude, longitude } = coordinates;
    return `https://www.openstreetmap.org/?mlat=${latitude}&mlon=${longitude}#map=${zoom}/${latitude}/${longitude}`;
  }
  const lines = (address ?? '').split('\n').map((line) => line.trim());
  const query = [name, ...lines].filter((line) => line !== '').join(', ');
  return `https://www.openstreetmap.org/search?${new URLSearchParams({ query }).toString()}`;
}
