import { AskAsGuest } from './ask-as-guest.js';
import { ForgetGuests } from './forget-guests.schedule.js';
import { GuestLinkPage } from './pages/guest-link.page.js';
import { GuestPage } from './pages/guest.page.js';
import { UseGuestLink } from './use-guest-link.js';

export const guestPages = [GuestPage, GuestLinkPage];

export const guestProviders = [AskAsGuest, UseGuestLink];

export const guestSchedules = [ForgetGuests];
