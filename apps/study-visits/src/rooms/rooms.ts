import type { Provider } from '@nestjs/common';
import { openQueues, type QueueSettings } from '#messaging';
import { EventStreams, type Log } from '#platform';
import { RoomAnswers } from './api/room-answers.js';
import { RoomsController } from './api/rooms.controller.js';
import { SleepersController } from './api/sleepers.controller.js';
import { SaveHotel } from './hotels/save-hotel.js';
import { PassportsForList } from './lists/passports-for-list.js';
import { RoomingLists } from './lists/rooming-lists.js';
import { BoardPage } from './pages/board.page.js';
import { HotelPage } from './pages/hotel.page.js';
import { ListPage } from './pages/list.page.js';
import { MovePage } from './pages/move.page.js';
import { ReadOwnNights } from './own-nights.js';
import { NightsPage } from './pages/nights.page.js';
import { OwnRoomingPage } from './pages/own-rooming.page.js';
import { PeoplePage } from './pages/people.page.js';
import { RoomPages } from './pages/room-pages.js';
import { SleeperPage } from './pages/sleeper.page.js';
import { ReadRooms } from './read-rooms.js';
import { RoomingReadiness } from './rooming-readiness.js';
import { AskForRooms, RoomQueue } from './search/ask-for-rooms.js';
import { LookAfterRoomSearches } from './search/look-after-searches.schedule.js';
import {
  roomQueueName,
  RoomSearches,
  RoomSearchWorker,
  RoomsSolver,
  RunRoomSearch,
  UseRooms,
} from './search/room-search.js';
import { PinPage } from './pages/pin.page.js';
import { PinSleeper } from './sleepers/pin-sleeper.js';
import { MoveSleeper } from './sleepers/move-sleeper.js';
import { SaveSleeper } from './sleepers/save-sleeper.js';

/** Pages with a word where others have an id come first. */
export const roomPages = [
  BoardPage,
  ListPage,
  NightsPage,
  HotelPage,
  MovePage,
  PinPage,
  PeoplePage,
  SleeperPage,
  OwnRoomingPage,
  RoomsController,
  SleepersController,
];

/** Hotels, who sleeps where, rooming lists, and what searches for the best rooms. */
export function roomProviders({ settings, log }: { settings: QueueSettings; log: Log }): Provider[] {
  const queues = openQueues(settings);
  const queue = new RoomQueue(roomQueueName, queues, log);
  return [
    ReadRooms,
    ReadOwnNights,
    SaveHotel,
    SaveSleeper,
    MoveSleeper,
    PinSleeper,
    RoomingLists,
    PassportsForList,
    RoomPages,
    RoomAnswers,
    RoomingReadiness,
    AskForRooms,
    { provide: EventStreams, useFactory: () => new EventStreams() },
    RoomSearches,
    RunRoomSearch,
    UseRooms,
    { provide: RoomsSolver, useFactory: () => new RoomsSolver() },
    { provide: RoomQueue, useValue: queue },
    {
      provide: RoomSearchWorker,
      inject: [RoomSearches, RunRoomSearch],
      useFactory: (rows: RoomSearches, search: RunRoomSearch) =>
        new RoomSearchWorker({ queues, queue, rows, search, log }),
    },
  ];
}

export const roomSchedules = [LookAfterRoomSearches];
