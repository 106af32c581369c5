import type { ApiPart } from '../../openapi/api-part.js';
import { orderPath, stepPath, thingPaths, type ThingPaths } from '../../set-up/api/thing-paths.js';
import { ticketInput, ticketOutput, ticketsOutput, withdrawalInput } from './ticket.schema.js';

const things: ThingPaths = {
  path: 'ticket-types',
  param: 'ticketId',
  tag: 'Tickets and prices',
  name: 'TicketType',
  names: 'TicketTypes',
  what: 'ticket or add-on',
  many: 'tickets and add-ons',
  input: ticketInput,
  output: ticketOutput,
  list: ticketsOutput,
  removal: 'Delete a ticket or an add-on that nobody ever booked',
};

export const ticketsApi: ApiPart = {
  tags: [things.tag],
  paths: {
    ...thingPaths(things),
    ...orderPath(things),
    ...stepPath(things, {
      name: 'withdrawal',
      operationId: 'withdrawTicketType',
      summary: 'Take a ticket or an add-on off sale, or put it back; whoever has booked it keeps it',
      input: withdrawalInput,
    }),
  },
};
