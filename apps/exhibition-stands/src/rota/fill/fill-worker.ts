import { SearchWorker } from '#solver';

/** Takes up the fills in the queue. */
export class FillWorker extends SearchWorker {}
