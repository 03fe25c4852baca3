import { pino } from 'pino';
import type { AuditStream } from './audit-log.js';

/** A stream that can be brought to its end. */
export interface ClosableAuditStream extends AuditStream {
  /** Writes what is still waiting. */
  close(): void;
}

/**
 * Opens where the audit log goes.
 * @param destination `stdout`, `stderr` or the path of a file, made with its folder where it is missing
 * @param onError hears of lines that could not be written; requests go on
 */
export function openAuditStream(destination: string, onError: (error: Error) => void): ClosableAuditStream {
  const dest = destination === 'stdout' ? 1 : destination === 'stderr' ? 2 : destination;
  const stream = pino.destination({ dest, append: true, mkdir: typeof dest === 'string', mode: 0o600, sync: false });
  stream.on('error', onError);
  return {
    write: (line) => stream.write(line),
    close: () => {
      try {
        stream.flushSync();
      } catch (error) {
        onError(error instanceof Error ? error : new Error(String(error)));
      }
      if (typeof dest === 'string') stream.end();
    },
  };
}
