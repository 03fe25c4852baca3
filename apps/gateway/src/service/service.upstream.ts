import { type BoundClient, gigabytes, id, type Item, moment, type Output, whole } from '#koodrive';
import type { Page } from '../http/input/page.js';
import { demand, demandText } from '../upstream/demand.js';
import {
  type AuditLogEntry,
  type JsSdk,
  type ListAuditLogQuery,
  type Outcome,
  outcomes,
  type PackageRetention,
  type Subscription,
} from './service.dto.js';

const states = { 0: 'active', 1: 'frozen' } as const;

/** Switches come as truth values, as text of them and as "0" and "1" (x-doc-conflict; the digits are inferred). */
function onOrOff(value: unknown): boolean | undefined {
  const text = String(value).toLowerCase();
  if (text === 'true' || text === '1') return true;
  return text === 'false' || text === '0' ? false : undefined;
}

/** That these capacities are GB is inferred: the page names no unit. */
export const toSubscription = (wire: Output<'getService'>): Subscription => ({
  state: states[Number(wire.status) as keyof typeof states],
  edition: wire.productType || undefined,
  userLimit: whole(wire.userCount),
  capacity: {
    total: gigabytes(wire.spaceCapacity),
    department: gigabytes(wire.departmentSpaceSize),
    individual: gigabytes(wire.personalSpaceSize),
    group: gigabytes(wire.groupSpaceSize),
  },
  organization: {
    id: id(wire.organizationId),
    name: wire.organizationName || undefined,
    tenantId: id(wire.tenantId),
    rootDepartmentId: id(wire.rootDeptCode),
  },
  features: {
    ai: onOrOff(wire.aiAvailable),
    onlineEditing: onOrOff(wire.wpsAvailable),
    manualReview: onOrOff(wire.manualAuditOpen),
    publicSharing: onOrOff(wire.publicShareFlag),
  },
});

export const readSubscription = async (koodrive: BoundClient): Promise<Subscription> =>
  toSubscription(await koodrive.call('getService', {}));

/** The setting is told among the figures of the quotas only. */
export const readPackageRetention = async (koodrive: BoundClient): Promise<PackageRetention> => ({
  days: demand(whole((await koodrive.call('getQuotaUsed', {})).packageDownloadExpires)),
});

export async function setPackageRetention(
  koodrive: BoundClient,
  { days }: PackageRetention,
): Promise<PackageRetention> {
  await koodrive.call('setPackageDownloadExpires', { packageDownloadExpires: days });
  return { days };
}

export const toJsSdk = (wire: Output<'getJsSdkInfo'>): JsSdk => ({
  scriptUrl: demandText(wire.js_sdk_url),
  fallbackScriptUrl: wire.retry_js_sdk_url || undefined,
  pageToken: wire.page_token || undefined,
  pageTokenKey: id(wire.page_token_key),
  transactionId: id(wire.transaction_id),
  configuration: wire.orgid_config || undefined,
});

export const readJsSdk = async (koodrive: BoundClient): Promise<JsSdk> =>
  toJsSdk(await koodrive.call('getJsSdkInfo', {}));

/** Inferred: no page lists the values of operateResult. */
const outcomeCodes = { done: '0', failed: '1' } as const satisfies Record<Outcome, string>;
const outcomeOf = (code: unknown): Outcome | undefined => outcomes.find((word) => outcomeCodes[word] === String(code));

export const toAuditLogEntry = (wire: Item<'listAuditLogs'>): AuditLogEntry => ({
  id: demand(id(wire.logId)),
  at: moment(wire.operateTime),
  operatorName: wire.operatorName || undefined,
  operatorId: id(wire.operatorId),
  operation: wire.operation || undefined,
  resource: wire.resource || undefined,
  outcome: outcomeOf(wire.operateResult),
  address: wire.operatorIP || undefined,
  message: wire.message || undefined,
});

/** Newest first unless asked otherwise. Times go out in the one form that the example shows. */
export async function listAuditLog(koodrive: BoundClient, query: ListAuditLogQuery): Promise<Page<AuditLogEntry>> {
  const { from, to, operator, operations, excludedOperations, outcome, address, sort, limit, cursor } = query;
  const found = await koodrive.page(
    'listAuditLogs',
    {
      ...(from && { operTimeFrom: new Date(from).toISOString() }),
      ...(to && { operTimeTo: new Date(to).toISOString() }),
      ...(operator && { operatorName: operator }),
      ...(operations && { operations }),
      ...(excludedOperations && { excludedOperations }),
      ...(outcome && { operateResult: outcomeCodes[outcome] }),
      ...(address && { operatorIP: address }),
      sortInfo: { sortType: 1, sortDirection: sort === 'at' ? 1 : 2 },
    },
    { limit, ...(cursor && { cursor }) },
  );
  return { ...found, items: found.items.map(toAuditLogEntry) };
}
