import { FundingController } from './api/funding.controller.js';
import { FundPlace } from './fund-place.js';
import { FundPlacePage } from './pages/fund-place.page.js';
import { FundingPage } from './pages/funding.page.js';
import { ReadFunding } from './read-funding.js';
import { WriteOfFunding } from './write-of-funding.js';

export const fundingProviders = [ReadFunding, FundPlace, WriteOfFunding];

export const fundingPages = [FundingPage, FundPlacePage, FundingController];
