import { Refusal } from '../../operation.js';

const LONGEST_NAME = 250;
const FORBIDDEN = /[<>|:"*?/\\]/;

/** Refuses with 13000417 (over 250 characters) or 13000102 (a forbidden character, empty, `.` or `..`). */
export function checkName(name: string): void {
  if ([...name].length > LONGEST_NAME) throw new Refusal(13000417);
  if (name === '' || name === '.' || name === '..') throw new Refusal(13000102, 'fileName: empty, . or ..');
  if (FORBIDDEN.test(name)) throw new Refusal(13000102, 'fileName: forbidden character');
}

/** What to do on a name clash, as autoRename and renameMode number it. */
export const OnClash = { timestamp: 2, refuse: 3, sameIsThere: 4 } as const;

/**
 * A name that is free: the wanted one, or with the time appended before the extension. The form of the timestamp is
 * inferred. Refuses with 13000405 when the caller wants no other name.
 */
export function freeName(wanted: string, taken: (name: string) => boolean, onClash: number, now: number): string {
  if (!taken(wanted)) return wanted;
  if (onClash === OnClash.refuse) throw new Refusal(13000405);
  const stamp = new Date(now).toISOString().replace(/\D/g, '').slice(0, 14);
  const dot = wanted.lastIndexOf('.');
  const [base, extension] = dot > 0 ? [wanted.slice(0, dot), wanted.slice(dot)] : [wanted, ''];
  for (let attempt = 0; ; attempt += 1) {
    const tail = `_${stamp}${attempt ? `_${attempt}` : ''}${extension}`;
    const name = [...base].slice(0, LONGEST_NAME - [...tail].length).join('') + tail;
    if (!taken(name)) return name;
  }
}
