/** Run in a thread of its own: see `readInThread`. */
import { parentPort, workerData } from 'node:worker_threads';
import { readFile } from './read-file.js';

const { bytes } = workerData as { bytes: Uint8Array };
parentPort?.postMessage(readFile(bytes), []);
