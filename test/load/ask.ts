import autocannon from 'autocannon';

interface Order {
  readonly url: string;
  readonly headers: Record<string, string>;
  readonly connections: number;
  readonly seconds: number;
}

process.once('message', (message) => {
  const { url, headers, connections, seconds } = message as Order;
  const run = async () => {
    // The first second warms both sides up and is not counted.
    await autocannon({ url, headers, connections, duration: 1 });
    const result = await autocannon({ url, headers, connections, duration: seconds });
    process.send?.({
      requests: result.requests.total,
      seconds: result.duration,
      unexpected:
        result.errors +
        result.timeouts +
        (result.statusCodeStats?.['503']?.count ?? 0) +
        result['4xx'] +
        result['5xx'],
    });
  };
  void run();
});
