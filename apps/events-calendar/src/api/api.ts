import { descriptionController } from '#platform';
import { EditEventController } from './edit-event.controller.js';
import { EventPartsController } from './event-parts.controller.js';
import { EventStepsController } from './event-steps.controller.js';
import { EventsController } from './events.controller.js';
import { ImportsController } from './imports.controller.js';
import { ListsController } from './lists.controller.js';
import { api } from './openapi/document.js';
import { FindEvent } from './queries/find-event.js';
import { PageEvents } from './queries/page-events.js';
import { PageOccurrences } from './queries/page-occurrences.js';
import { PageSeries } from './queries/page-series.js';

/** What the calendar's module takes in of the API. */
export const apiControllers = [
  EventsController,
  EditEventController,
  EventStepsController,
  EventPartsController,
  ListsController,
  ImportsController,
  descriptionController(api),
];
export const apiQueries = [FindEvent, PageEvents, PageOccurrences, PageSeries];
