import { readFileSync } from 'node:fs';

/** Linux counts in hundredths of a second, whatever its timer is. */
const SECONDS_A_TICK = 0.01;

/** Seconds of processor time that a process has taken, user and system; NaN where there is no /proc. */
export function cpuTime(pid: number): number {
  try {
    const stat = readFileSync(`/proc/${pid}/stat`, 'utf8');
    // The name in parentheses may hold spaces; after it, utime and stime are the 12th and 13th fields.
    const fields = stat.slice(stat.lastIndexOf(')') + 2).split(' ');
    return (Number(fields[11]) + Number(fields[12])) * SECONDS_A_TICK;
  } catch {
    return NaN;
  }
}
