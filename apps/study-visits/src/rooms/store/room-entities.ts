import { HotelRow } from './hotel.entity.js';
import { RoomKindRow } from './room-kind.entity.js';
import { RoomPinRow } from './room-pin.entity.js';
import { RoomSearchRow } from './room-search.entity.js';
import { RoomStayRow } from './room-stay.entity.js';
import { RoomingListRow } from './rooming-list.entity.js';
import { SleeperRow } from './sleeper.entity.js';

export const roomEntities = [
  HotelRow,
  RoomKindRow,
  SleeperRow,
  RoomStayRow,
  RoomPinRow,
  RoomSearchRow,
  RoomingListRow,
];
