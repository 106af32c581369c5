import { EventGuestRow, GuestNeedsRow } from './guests/event-guest.entity.js';
import { EventReaderRow, StandEventRow } from './stand-event.entity.js';

export const standEventEntities = [StandEventRow, EventReaderRow, EventGuestRow, GuestNeedsRow];
