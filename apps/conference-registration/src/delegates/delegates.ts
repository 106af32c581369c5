import { AddDelegates } from './add-delegates.js';
import { FindBookerDetails } from './booker-details.js';
import { ChangeTickets } from './change-tickets.js';
import { DelegateLinks } from './delegate-links.js';
import { FillInOwnPart } from './fill-in-own-part.js';
import { InviteDelegate } from './invite-delegate.js';
import { DelegateListPage } from './pages/delegate-list.page.js';
import { DelegatePage } from './pages/delegate.page.js';
import { InviteDelegatePage } from './pages/invite-delegate.page.js';
import { NewDelegatePage } from './pages/new-delegate.page.js';
import { OwnPartPage } from './pages/own-part.page.js';
import { RemoveDelegatePage } from './pages/remove-delegate.page.js';
import { RemoveDelegate } from './remove-delegate.js';
import { SaveDelegate } from './save-delegate.js';
import { FindTicketChoices } from './ticket-choices.js';

export const delegatePages = [
  DelegateListPage,
  NewDelegatePage,
  DelegatePage,
  RemoveDelegatePage,
  InviteDelegatePage,
  OwnPartPage,
];

export const delegateProviders = [
  ChangeTickets,
  SaveDelegate,
  AddDelegates,
  RemoveDelegate,
  InviteDelegate,
  DelegateLinks,
  FillInOwnPart,
  FindTicketChoices,
  FindBookerDetails,
];
