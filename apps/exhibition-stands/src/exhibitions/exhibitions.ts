import { FindExhibition } from './find-exhibition.js';
import { LockExhibition } from './lock-exhibition.js';

export const exhibitionProviders = [FindExhibition, LockExhibition];
