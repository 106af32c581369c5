import type { DataSource, EntityManager } from 'typeorm';

/**
 * Does some work in one transaction, all or nothing, that is made of use cases with a transaction each: these become savepoints
 * of it.
 *
 * @param work is given a data source that asks and writes within the transaction; once it ends, that is used no more
 */
export async function inOneTransaction<Result>(
  dataSource: DataSource,
  work: (within: DataSource) => Promise<Result>,
): Promise<Result> {
  return dataSource.transaction((manager) => work(boundTo(dataSource, manager)));
}

function boundTo(dataSource: DataSource, manager: EntityManager): DataSource {
  const bound: Readonly<Record<PropertyKey, unknown>> = {
    manager,
    query: manager.query.bind(manager),
    transaction: manager.transaction.bind(manager),
    // Whoever opened it closes it, after the transaction.
    destroy: () => Promise.resolve(),
  };
  return new Proxy(dataSource, {
    get: (target, name) => bound[name] ?? Reflect.get(target, name, target),
  });
}
