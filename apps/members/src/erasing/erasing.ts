import { ErasePerson } from './erase-person.js';
import { OnCalendarErasureDone } from './messages/on-calendar-erasure-done.js';
import { OnConferenceErasureDone } from './messages/on-conference-erasure-done.js';
import { OnMailerErasureDone } from './messages/on-mailer-erasure-done.js';
import { OnStandsErasureDone } from './messages/on-stands-erasure-done.js';
import { OnVisitsErasureDone } from './messages/on-visits-erasure-done.js';
import { EraseMePage } from './pages/erase-me.page.js';
import { ErasePersonPage } from './pages/erase-person.page.js';
import { ErasureReceiptPage } from './pages/receipt.page.js';
import { ReadErasure } from './read-erasure.js';

export const erasingPages = [EraseMePage, ErasePersonPage, ErasureReceiptPage];

export const erasingHandlers = [
  OnCalendarErasureDone,
  OnConferenceErasureDone,
  OnStandsErasureDone,
  OnVisitsErasureDone,
  OnMailerErasureDone,
];

export const erasingProviders = [ErasePerson, ReadErasure, ...erasingHandlers];
