import {
  DriverLinkRow,
  LegRow,
  LegTravellerRow,
  OwnTravelRow,
  SentManifestRow,
  ToldTravelRow,
} from './leg.entity.js';

export const travelEntities = [
  LegRow,
  LegTravellerRow,
  OwnTravelRow,
  ToldTravelRow,
  SentManifestRow,
  DriverLinkRow,
];
