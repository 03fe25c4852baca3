import { pino, type DestinationStream, type Logger, type LoggerOptions } from 'pino';
import { serializeError } from './serialize-error.js';
import { redactLine } from './redact.js';

/** Options of the logger: one JSON line for each entry, times in UTC, levels as words, secrets redacted (S1). */
export function buildLoggerOptions(level: string): LoggerOptions {
  return {
    level,
    base: { service: 'koodrive-gateway' },
    timestamp: pino.stdTimeFunctions.isoTime,
    formatters: { level: (label) => ({ level: label }) },
    serializers: { err: serializeError, req: summarizeRequest, res: summarizeResponse },
    hooks: { streamWrite: redactLine },
  };
}

/** Creates the logger that Fastify (`loggerInstance`), Nest (`createNestLogger`) and the rest of the process share. */
export function createLogger(level: string, stream?: DestinationStream): Logger {
  return stream ? pino(buildLoggerOptions(level), stream) : pino(buildLoggerOptions(level));
}

function summarizeRequest(request: unknown): object {
  const { method, url } = (request ?? {}) as { method?: unknown; url?: unknown };
  return { method, path: typeof url === 'string' ? url.split('?', 1)[0] : undefined };
}

function summarizeResponse(response: unknown): object {
  const { statusCode } = (response ?? {}) as { statusCode?: unknown };
  return { statusCode };
}
