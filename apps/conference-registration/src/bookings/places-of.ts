import { Not, type EntityManager } from 'typeorm';
import { PlaceRow } from '../places/place.entity.js';

/** The ids of a booking's places that were not given back. */
export async function placesOf(manager: EntityManager, bookingId: string): Promise<string[]> {
  const places = await manager.find(PlaceRow, {
    where: { bookingId, status: Not('released') },
    select: { id: true },
  });
  return places.map(({ id }) => id);
}
