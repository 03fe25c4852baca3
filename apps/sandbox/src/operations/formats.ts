import { LRUCache } from 'lru-cache';
import type { Drive } from '../state/drive.js';
import type { User } from '../state/organization/users.js';

/** Formatting times was most of the cost of a listing, so formatted times are cached. */
const isoTimeCache = new LRUCache<number, string>({ max: 20_000 });

export function formatIsoTime(timestampMs: number): string {
  const cached = isoTimeCache.get(timestampMs);
  if (cached !== undefined) return cached;
  const text = new Date(timestampMs).toISOString();
  isoTimeCache.set(timestampMs, text);
  return text;
}

/** 14 digits, as the job pages print times. Taken as UTC. */
export const formatCompactTime = (timestampMs: number): string =>
  formatIsoTime(timestampMs).replace(/\D/g, '').slice(0, 14);

/** The user id of file owners: base64 of the OrgID user id and the tenant id. The decoded examples show this format. */
export function toOpaqueUserId(drive: Drive, user: User): string {
  return Buffer.from(`${user.orgUserId}-${drive.tenant.tenantId}`).toString('base64url');
}

/** Only the user and administrators see the complete mobile number (inferred: the examples are masked). */
export const maskMobile = (mobile: string): string => `${mobile.slice(0, 7)}****${mobile.slice(-4)}`;
