import { AtOnceController } from './api/at-once.controller.js';
import { BookAtOnce } from './book-at-once.js';

export const atOnceProviders = [BookAtOnce];

export const atOnceControllers = [AtOnceController];
