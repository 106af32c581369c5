import { CreateMessageTables1765100000000 } from './1765100000000-create-message-tables.js';
import { CreateVisits1765100100000 } from './1765100100000-create-visits.js';
import { CreateApplications1765100300000 } from './1765100300000-create-applications.js';
import { CreateSelection1765100400000 } from './1765100400000-create-selection.js';
import { SealSensitiveDetails1765100500000 } from './1765100500000-seal-sensitive-details.js';
import { PlanVisits1765100200000 } from './1765100200000-plan-visits.js';
import { CreateRooms1765100600000 } from './1765100600000-create-rooms.js';
import { CreateTravel1765100800000 } from './1765100800000-create-travel.js';
import { CreateItineraries1765100900000 } from './1765100900000-create-itineraries.js';
import { ChangeItemsLive1765101400000 } from './1765101400000-change-items-live.js';
import { HandOutSheets1765101300000 } from './1765101300000-hand-out-sheets.js';
import { ChargeTravellers1765100700000 } from './1765100700000-charge-travellers.js';
import { KeepPapers1765101100000 } from './1765101100000-keep-papers.js';
import { BriefTravellers1765101200000 } from './1765101200000-brief-travellers.js';
import { PinRooms1765101201000 } from './1765101201000-pin-rooms.js';
import { MakePapers1765101102000 } from './1765101102000-make-papers.js';
import { CreateEmergencyCards1765101101000 } from './1765101101000-create-emergency-cards.js';
import { CreateDestinationRules1765100501000 } from './1765100501000-create-destination-rules.js';
import { CreateReadiness1765100502000 } from './1765100502000-create-readiness.js';
import { CountHeads1765101500000 } from './1765101500000-count-heads.js';
import { LookBackAtVisits1765101700000 } from './1765101700000-look-back-at-visits.js';
import { FundPlaces1765101800000 } from './1765101800000-fund-places.js';
import { CreateExpenses1765101600000 } from './1765101600000-create-expenses.js';
import { CreateIncidents1765101601000 } from './1765101601000-create-incidents.js';
import { FindTravellersOfOrganisations1765101801000 } from './1765101801000-find-travellers-of-organisations.js';
import { AnnounceOwnDays1765101900000 } from './1765101900000-announce-own-days.js';
import { KnowCommitments1765102000000 } from './1765102000000-know-commitments.js';

/** Every migration, the oldest first. */
export const migrations = [
  CreateMessageTables1765100000000,
  CreateVisits1765100100000,
  PlanVisits1765100200000,
  CreateApplications1765100300000,
  CreateSelection1765100400000,
  SealSensitiveDetails1765100500000,
  CreateDestinationRules1765100501000,
  CreateReadiness1765100502000,
  CreateRooms1765100600000,
  ChargeTravellers1765100700000,
  CreateTravel1765100800000,
  CreateItineraries1765100900000,
  CountHeads1765101500000,
  ChangeItemsLive1765101400000,
  KeepPapers1765101100000,
  BriefTravellers1765101200000,
  PinRooms1765101201000,
  CreateEmergencyCards1765101101000,
  MakePapers1765101102000,
  HandOutSheets1765101300000,
  LookBackAtVisits1765101700000,
  FundPlaces1765101800000,
  FindTravellersOfOrganisations1765101801000,
  CreateExpenses1765101600000,
  CreateIncidents1765101601000,
  AnnounceOwnDays1765101900000,
  KnowCommitments1765102000000,
];
