import { ChooseRemindersPage } from './pages/choose-reminders.page.js';
import { RemindOfEvent } from './remind-of-event.js';
import { Reminders } from './reminders.js';
import { SendRemindersSchedule } from './send-reminders.schedule.js';

/** The page on which reminders are chosen; they are also chosen where one begins to follow. */
export const reminderPages = [ChooseRemindersPage];

/** What reminds people, by the clock. */
export const reminderSchedules = [SendRemindersSchedule];

export const reminderProviders = [Reminders, RemindOfEvent];
