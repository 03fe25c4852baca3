import type { Drive } from '../state/drive.js';
import type { User } from '../state/organization/users.js';

const printed = new Map<number, string>();
/** So many times are remembered: printing them was most of the cost of a listing. */
const REMEMBERED = 20_000;

export function isoTime(at: number): string {
  const known = printed.get(at);
  if (known !== undefined) return known;
  if (printed.size >= REMEMBERED) printed.clear();
  const text = new Date(at).toISOString();
  printed.set(at, text);
  return text;
}

/** 14 digits, as the job pages print times; taken as UTC. */
export const digitTime = (at: number): string => isoTime(at).replace(/\D/g, '').slice(0, 14);

/** The opaque user id of file owners: base64 of the OrgID user and the tenant, as it reads when decoded. */
export function opaqueUserId(drive: Drive, user: User): string {
  return Buffer.from(`${user.orgUserId}-${drive.tenant.tenantId}`).toString('base64url');
}

/** Only oneself and administrators see a whole mobile number (inferred; the examples are masked). */
export const masked = (mobile: string): string => `${mobile.slice(0, 7)}****${mobile.slice(-4)}`;
