import { HostRow } from '../hosts/host.entity.js';
import { InterpreterBookingRow, InterpreterRow } from '../interpreters/interpreter.entity.js';
import { ItemRow } from './item.entity.js';
import { FeedRow, NewsRow, OwnItemRow, PublicationRow } from './publication.entities.js';
import { MemberRow, SplitRow } from './split.entity.js';

/** Whom visits go to, what is planned on their days, and what travellers were told of it. */
export const itineraryEntities = [
  HostRow,
  InterpreterRow,
  InterpreterBookingRow,
  ItemRow,
  SplitRow,
  MemberRow,
  PublicationRow,
  OwnItemRow,
  NewsRow,
  FeedRow,
];
