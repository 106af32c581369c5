import { CreateMessageTables1764100000000 } from './1764100000000-create-message-tables.js';
import { CreateExhibitions1764100100000 } from './1764100100000-create-exhibitions.js';
import { CreateRotas1764100110000 } from './1764100110000-create-rotas.js';
import { KnowCommitments1764100200000 } from './1764100200000-know-commitments.js';
import { CreateFills1764100310000 } from './1764100310000-create-fills.js';
import { PlanExhibitions1764100400000 } from './1764100400000-plan-exhibitions.js';
import { CreatePasses1764100500000 } from './1764100500000-create-passes.js';
import { CreateStock1764100600000 } from './1764100600000-create-stock.js';
import { PlanStock1764100601000 } from './1764100601000-plan-stock.js';
import { CreateDrafts1764100700000 } from './1764100700000-create-drafts.js';
import { KeepWhatPeopleWereTold1764100800000 } from './1764100800000-keep-what-people-were-told.js';
import { CreateStandEvents1764101000000 } from './1764101000000-create-stand-events.js';
import { CreateVisitors1764101001000 } from './1764101001000-create-visitors.js';
import { LookBack1764103000000 } from './1764103000000-look-back.js';
import { CoverTheDay1764100900000 } from './1764100900000-cover-the-day.js';
import { CreateSwaps1764102000000 } from './1764102000000-create-swaps.js';
import { CountSearchesOfPrograms1764105000000 } from './1764105000000-count-searches-of-programs.js';
import { FindMembersByAddress1764106000000 } from './1764106000000-find-members-by-address.js';
import { AskForWhatIsToCome1764109000000 } from './1764109000000-ask-for-what-is-to-come.js';
import { KnowTravels1765100700000 } from './1765100700000-know-travels.js';

/** Every migration, the oldest first. */
export const migrations = [
  CreateMessageTables1764100000000,
  CreateExhibitions1764100100000,
  CreateRotas1764100110000,
  KnowCommitments1764100200000,
  CreateFills1764100310000,
  PlanExhibitions1764100400000,
  CreatePasses1764100500000,
  CreateStock1764100600000,
  PlanStock1764100601000,
  CreateDrafts1764100700000,
  KeepWhatPeopleWereTold1764100800000,
  CoverTheDay1764100900000,
  CreateStandEvents1764101000000,
  CreateVisitors1764101001000,
  LookBack1764103000000,
  CreateSwaps1764102000000,
  CountSearchesOfPrograms1764105000000,
  FindMembersByAddress1764106000000,
  AskForWhatIsToCome1764109000000,
  KnowTravels1765100700000,
];
