/** Run by `read-in-thread.ts`, in a thread of its own. */
import { parentPort, workerData } from 'node:worker_threads';
import type { ImportDefaults } from '../domain/import-row.js';
import { readFile } from './read-file.js';

const { bytes, defaults } = workerData as { bytes: Uint8Array; defaults: ImportDefaults };
parentPort?.postMessage(readFile(bytes, defaults), []);
