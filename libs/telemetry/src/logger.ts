import { pino, type DestinationStream, type Logger, type LoggerOptions } from 'pino';
import { safeError } from './safe-error.js';
import { scrubAddresses } from './scrub.js';

/** Headers and members that hold secrets, wherever one level of an object can hide them. */
const secretNames = [
  'authorization',
  'cookie',
  'set-cookie',
  'x-api-key',
  'x-session-id',
  'proxy-authorization',
  'accessToken',
  'access_token',
  'sessionId',
  'appSecret',
  'clientSecret',
  'client_secret',
  'password',
  'kdstoken',
];
const redactedPaths = secretNames.flatMap((name) => {
  const step = `["${name}"]`;
  return [step, `*${step}`, `*.headers${step}`, `headers${step}`];
});

/** Options of the one logger: a JSON line each, times in UTC, levels as words, nothing secret. */
export function loggerOptions(level: string): LoggerOptions {
  return {
    level,
    base: { service: 'koodrive-gateway' },
    timestamp: pino.stdTimeFunctions.isoTime,
    formatters: { level: (label) => ({ level: label }) },
    redact: { paths: redactedPaths, censor: '[redacted]' },
    serializers: { err: safeError, req: requestSummary, res: answerSummary },
    hooks: { streamWrite: scrubAddresses },
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
