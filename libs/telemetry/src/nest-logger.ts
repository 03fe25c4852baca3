import type { LoggerService } from '@nestjs/common';
import type { Logger } from 'pino';

/**
 * Passes the lines of Nest to the logger. Nest sends the context (a class name) as the last argument. `log` becomes
 * `debug`, because at the start Nest logs hundreds of lines about modules and routes.
 */
export function createNestLogger(logger: Logger): LoggerService {
  const logAt =
    (level: 'info' | 'error' | 'warn' | 'debug' | 'trace' | 'fatal') =>
    (message: unknown, ...rest: unknown[]): void => {
      const context = rest.at(-1);
      const fields = typeof context === 'string' ? { context } : {};
      if (message instanceof Error) logger[level]({ ...fields, err: message }, 'error');
      else logger[level](fields, typeof message === 'string' ? message : JSON.stringify(message));
    };
  return {
    log: logAt('debug'),
    error: logAt('error'),
    warn: logAt('warn'),
    debug: logAt('debug'),
    verbose: logAt('trace'),
    fatal: logAt('fatal'),
  };
}
