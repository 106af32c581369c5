import { parentPort } from 'node:worker_threads';
import { renderFile, type SentDocument } from './render-file.js';

/** Makes one PDF after the other in a thread of its own, so that pages are answered meanwhile. */
parentPort?.on('message', (document: SentDocument) => {
  renderFile(document).then(
    (file) => parentPort?.postMessage({ file }, []),
    (error: unknown) => parentPort?.postMessage({ error: String(error) }, []),
  );
});
