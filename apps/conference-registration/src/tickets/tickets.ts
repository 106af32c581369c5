import { AddTicket } from './add-ticket.js';
import { TicketTypesController } from './api/ticket-types.controller.js';
import { DeleteTicket } from './delete-ticket.js';
import { EditTicket } from './edit-ticket.js';
import { FindTaken } from './find-taken.js';
import { OrderTickets } from './order-tickets.js';
import { EditTicketPage } from './pages/edit-ticket.page.js';
import { NewTicketPage } from './pages/new-ticket.page.js';
import { TicketsPage } from './pages/tickets.page.js';
import { WithdrawTicketPage } from './pages/withdraw-ticket.page.js';
import { TellDays } from './tell-days.js';
import { TellFormat } from './tell-format.js';
import { TicketsRepository } from './tickets.repository.js';
import { WithdrawTicket } from './withdraw-ticket.js';

/** What shows tickets, add-ons and their prices to staff, and to programs. */
export const ticketPages = [
  TicketsPage,
  NewTicketPage,
  EditTicketPage,
  WithdrawTicketPage,
  TicketTypesController,
];

export const ticketProviders = [
  TicketsRepository,
  TellDays,
  TellFormat,
  FindTaken,
  AddTicket,
  EditTicket,
  WithdrawTicket,
  DeleteTicket,
  OrderTickets,
];
