import { renderCalendar as render, type FeedCalendar, type SingleEventCalendar } from '#icalendar';

/** A whole iCalendar object as this app writes it; see the lib’s own. */
export const renderCalendar = (calendar: FeedCalendar | SingleEventCalendar): string =>
  render('Events calendar', calendar);
