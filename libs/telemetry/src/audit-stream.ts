import { pino } from 'pino';
import type { AuditStream } from './audit-log.js';

/** An audit stream that can be closed. */
export interface ClosableAuditStream extends AuditStream {
  /** Closes a file; the two standard streams stay open. */
  close(): void;
  /** Opens a file again, by its name: a program for log rotation has renamed it. */
  reopen(): void;
}

/** Lines that could not be written, for example to a full disk, are buffered up to this size and written with the next line. */
const maxBufferedBytes = 1_000_000;

/**
 * Opens the destination of the audit log.
 * @param destination `stdout`, `stderr` or the path of a file, which is created with its folder if it is missing
 * @param onError called for lines that could not be written; requests continue
 * @throws Error if the file cannot be opened
 */
export function openAuditStream(destination: string, onError: (error: Error) => void): ClosableAuditStream {
  const dest = destination === 'stdout' ? 1 : destination === 'stderr' ? 2 : destination;
  // Synchronous: an event is recorded before the response to its request is sent, and a crash loses no event.
  const stream = pino.destination({
    dest,
    append: true,
    mkdir: typeof dest === 'string',
    mode: 0o600,
    sync: true,
    maxLength: maxBufferedBytes,
  });
  stream.on('error', onError);
  stream.on('drop', () => onError(new Error('a line of the audit log was dropped: the buffer for the disk is full')));
  return {
    write: (line) => stream.write(line),
    close: () => {
      if (typeof dest === 'string') stream.end();
    },
    reopen: () => {
      if (typeof dest !== 'string') return;
      try {
        stream.reopen();
      } catch (error) {
        // The renamed file is still written.
        onError(error as Error);
      }
    },
  };
}
