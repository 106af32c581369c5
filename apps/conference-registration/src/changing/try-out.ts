import type { EntityManager } from 'typeorm';
import type { Transactions } from '#platform';

/** Carries what a trial would have come to out of its transaction. */
class TriedOut extends Error {}

/**
 * Does something and undoes it, to say beforehand what it would come to: under the same locks and by the same rules.
 *
 * @throws whatever doing it throws
 */
export async function tryOut<Result>(
  transactions: Transactions,
  work: (manager: EntityManager) => Promise<Result>,
): Promise<Result> {
  const results: Result[] = [];
  try {
    await transactions.run(async (manager) => {
      results.push(await work(manager));
      throw new TriedOut();
    });
  } catch (error) {
    if (!(error instanceof TriedOut)) throw error;
  }
  const [result] = results;
  if (results.length === 0) throw new Error('nothing was tried out');
  return result as Result;
}
