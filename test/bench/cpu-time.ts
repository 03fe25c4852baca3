import { readFileSync } from 'node:fs';

/** Linux reports processor time in hundredths of a second (USER_HZ), independent of the frequency of its timer. */
const secondsPerTick = 0.01;

/** The processor time of a process so far, user and system, in seconds; NaN on a system without /proc. */
export function readCpuTimeSeconds(pid: number): number {
  try {
    const stat = readFileSync(`/proc/${pid}/stat`, 'utf8');
    // The name in parentheses may contain spaces. After it, utime and stime are the 12th and 13th fields.
    const fields = stat.slice(stat.lastIndexOf(')') + 2).split(' ');
    return (Number(fields[11]) + Number(fields[12])) * secondsPerTick;
  } catch {
    return NaN;
  }
}
