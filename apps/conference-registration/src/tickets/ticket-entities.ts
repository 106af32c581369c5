import { FreeAllocationRow } from './free-allocation.entity.js';
import { PriceRow } from './price.entity.js';
import { TicketTypeRow } from './ticket-type.entity.js';

export const ticketEntities = [TicketTypeRow, PriceRow, FreeAllocationRow];
