import { Worker, type IQueueBackend, type Job, type JobJson, type JobProgress } from 'bullmq';

/**
 * A worker that also hands over jobs whose data is no JSON, as the text that it is: whoever processes them says what becomes
 * of it. BullMQ's own would take such a job up again and again and never show it to anybody.
 */
export class MessageWorker extends Worker<unknown, unknown, string, IQueueBackend, JobProgress, unknown> {
  protected override createJob(stored: JobJson, id: string): Job<unknown> {
    try {
      return super.createJob(stored, id);
    } catch {
      return super.createJob({ ...stored, data: JSON.stringify(stored.data) }, id);
    }
  }
}
