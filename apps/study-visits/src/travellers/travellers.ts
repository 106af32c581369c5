import { OpenTraveller } from './open-traveller.js';
import { ReadTravellers } from './read-travellers.js';
import { TellTraveller } from './tell-traveller.js';
import { TravellerLinks } from './traveller-links.js';
import { WriteTraveller } from './write-traveller.js';

export const travellerProviders = [
  ReadTravellers,
  OpenTraveller,
  TellTraveller,
  TravellerLinks,
  WriteTraveller,
];
