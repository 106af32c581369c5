import { AsyncLocalStorage } from 'node:async_hooks';
import { DataSource, type EntityManager, type QueryRunner, type ReplicationMode } from 'typeorm';

type Work<Result> = (manager: EntityManager) => Promise<Result>;
type IsolationLevel = Exclude<Parameters<DataSource['transaction']>[0], Work<unknown>>;

const held = new AsyncLocalStorage<{ readonly of: DataSource; isOpen: boolean }>();

/**
 * A data source whose transactions may not ask for a second connection. Under load each of as many as there are connections would
 * hold one and wait for another that nobody gives back; what it reads there is not what its transaction sees, either.
 */
export class OneConnectionEach extends DataSource {
  override transaction<Result>(work: Work<Result>): Promise<Result>;
  override transaction<Result>(isolation: IsolationLevel, work: Work<Result>): Promise<Result>;
  /** @throws Error within a transaction: use its manager, whose own transactions are savepoints */
  override async transaction<Result>(
    ...[first, second]: [Work<Result>] | [IsolationLevel, Work<Result>]
  ): Promise<Result> {
    this.#refuseSecond();
    const own = { of: this, isOpen: false };
    const within =
      (work: Work<Result>): Work<Result> =>
      async (manager) => {
        own.isOpen = true;
        try {
          return await work(manager);
        } finally {
          own.isOpen = false;
        }
      };
    return held.run(own, () =>
      typeof first === 'function'
        ? super.transaction(within(first))
        : super.transaction(first, within(second)),
    );
  }

  /** @throws Error within a transaction */
  override createQueryRunner(mode?: ReplicationMode): QueryRunner {
    this.#refuseSecond();
    return super.createQueryRunner(mode);
  }

  #refuseSecond(): void {
    const store = held.getStore();
    if (store?.of === this && store.isOpen) {
      throw new Error(
        'Within a transaction all is asked and written with its own manager: a second connection could wait for ever.',
      );
    }
  }
}

/** For the few that mean it, as what others are to see while the transaction still runs. */
export const onAnotherConnection = <Result>(work: () => Promise<Result>): Promise<Result> => held.exit(work);
