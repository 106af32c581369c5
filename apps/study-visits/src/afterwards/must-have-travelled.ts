import { notFound } from '#platform';
import type { OpenedTraveller } from '../travellers/open-traveller.js';

/** @throws Problem 404 for somebody who withdrew: what comes after a visit is for those who travelled */
export function mustHaveTravelled<Opened extends OpenedTraveller>(opened: Opened): Opened {
  if (opened.traveller.status === 'confirmed') return opened;
  throw notFound('This page is for those who travelled with the visit.');
}
