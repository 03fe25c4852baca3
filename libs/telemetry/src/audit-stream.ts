import { pino } from 'pino';
import type { AuditStream } from './audit-log.js';

/** A stream that can be brought to its end. */
export interface ClosableAuditStream extends AuditStream {
  /** Gives a file back; the two standard streams stay open. */
  close(): void;
}

/** Lines that a full disk refused wait for the next one, up to so many bytes. */
const mostWaiting = 1_000_000;

/**
 * Opens where the audit log goes.
 * @param destination `stdout`, `stderr` or the path of a file, made with its folder where it is missing
 * @param onError hears of lines that could not be written; requests go on
 */
export function openAuditStream(destination: string, onError: (error: Error) => void): ClosableAuditStream {
  const dest = destination === 'stdout' ? 1 : destination === 'stderr' ? 2 : destination;
  // Written at once: an event is on record before its request is answered, and a crash loses none.
  const stream = pino.destination({
    dest,
    append: true,
    mkdir: typeof dest === 'string',
    mode: 0o600,
    sync: true,
    maxLength: mostWaiting,
  });
  stream.on('error', onError);
  stream.on('drop', () => onError(new Error('a line of the audit log was dropped: too many wait for the disk')));
  return {
    write: (line) => stream.write(line),
    close: () => {
      if (typeof dest === 'string') stream.end();
    },
  };
}
