import { pino, type DestinationStream, type Logger, type LoggerOptions } from 'pino';
import { safeError } from './safe-error.js';
import { scrubLine } from './scrub.js';

/** Options of the one logger: a JSON line each, times in UTC, levels as words, nothing secret. */
export function loggerOptions(level: string): LoggerOptions {
  return {
    level,
    base: { service: 'koodrive-gateway' },
    timestamp: pino.stdTimeFunctions.isoTime,
    formatters: { level: (label) => ({ level: label }) },
    serializers: { err: safeError, req: requestSummary, res: answerSummary },
    hooks: { streamWrite: scrubLine },
  };
}

/** The logger that Fastify (`loggerInstance`), Nest (`nestLogger`) and the rest of the process share. */
export function createLogger(level: string, stream?: DestinationStream): Logger {
  return stream ? pino(loggerOptions(level), stream) : pino(loggerOptions(level));
}

function requestSummary(request: unknown): object {
  const { method, url } = (request ?? {}) as { method?: unknown; url?: unknown };
  return { method, path: typeof url === 'string' ? url.split('?', 1)[0] : undefined };
}

function answerSummary(answer: unknown): object {
  const { statusCode } = (answer ?? {}) as { statusCode?: unknown };
  return { statusCode };
}
