import { pino, stdSerializers, type DestinationStream, type Logger } from 'pino';

/**
 * Where personal data and secrets could stand in what we log. Feed addresses carry a secret in their path, so a
 * request is logged by its route (`/calendar/feeds/:token`), never by its address.
 */
const names = ['email', 'phone', 'password', 'token', 'DATABASE_URL'];
const masked = [
  'req.headers.cookie',
  'req.headers.authorization',
  'req.headers["x-identity"]',
  ...names,
  ...names.map((name) => `*.${name}`),
  // What a query that failed was to write or to find stands in these; the query itself has only $1, $2.
  'err.parameters',
  'err.detail',
  'err.where',
  'err.driverError',
];

/** A data exception (SQLSTATE class 22): its message quotes what could not be read, which may be anything that was sent. */
const quotesWhatWasSent = (code: unknown): boolean => typeof code === 'string' && code.startsWith('22');

/** An error as it is logged: without what a database quotes in its message. */
function errorInLog(error: Error): object {
  const told = stdSerializers.err(error);
  if (!quotesWhatWasSent(told['code'])) return told;
  const message = told.message.replace(/"[^]*"/, '"[masked]"');
  return { ...told, message, stack: told.stack.replace(told.message, () => message) };
}

export type Log = Logger;

/** Lines are written together, at the latest after this long, in milliseconds: a system call a line costs more than the line. */
const flushEvery = 250;

/** Standard output, in blocks; an error is written at once, as the process may be about to end. */
function standardOutput(): DestinationStream {
  const blocks = pino.destination({ dest: 1, sync: false, minLength: 8192, periodicFlush: flushEvery });
  return {
    write(line) {
      blocks.write(line);
      if (line.startsWith('{"level":"error"')) blocks.flush();
    },
  };
}

/**
 * Structured logs, one JSON object a line, to standard output.
 *
 * @param service the app's name, on every line
 * @param level pino's level name
 * @param destination where lines go; tests pass their own
 */
export function createLog(service: string, level: string, destination?: DestinationStream): Log {
  return pino(
    {
      level,
      base: { service },
      timestamp: pino.stdTimeFunctions.isoTime,
      formatters: { level: (label) => ({ level: label }) },
      serializers: { err: errorInLog },
      redact: { paths: masked, censor: '[masked]' },
    },
    destination ?? standardOutput(),
  );
}

/**
 * For the line that every answer gets. Its fields are fixed and hold nothing to mask, so it is spared the search for
 * what is, which would cost three times as much as the line.
 */
export function answerLog(log: Log): Log {
  return log.child({}, { redact: [] });
}

/** What Nest itself wants to say goes into the same log. */
export function nestLogger(log: Log) {
  const say = (level: 'info' | 'error' | 'warn' | 'debug') => (message: unknown, context?: unknown) => {
    log[level]({ context }, message instanceof Error ? (message.stack ?? message.message) : String(message));
  };
  return {
    log: say('debug'),
    error: say('error'),
    warn: say('warn'),
    debug: say('debug'),
    verbose: say('debug'),
  };
}
