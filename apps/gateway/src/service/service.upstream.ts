import {
  type BoundClient,
  gigabytesToBytes,
  parseId,
  type PagedItem,
  parseTimestamp,
  type OperationOutput,
  parseNonNegativeInteger,
} from '#koodrive';
import type { Page } from '../http/input/page.js';
import { createCodeReader } from '../upstream/code-reader.js';
import { mapPage } from '../upstream/map-entries.js';
import { required, requiredCount, requiredId } from '../upstream/required.js';
import { toWebUrl } from '../upstream/web-url.js';
import {
  type AuditLogEntry,
  type JsSdk,
  type ListAuditLogQuery,
  type AuditOutcome,
  type PackageRetention,
  type Subscription,
} from './service.dto.js';

const toSubscriptionState = createCodeReader({ active: 0, frozen: 1 });

/** The upstream sends booleans, booleans as text, or "0" and "1" (x-doc-conflict; the digits are inferred). */
function parseBooleanFlag(value: unknown): boolean | undefined {
  const text = String(value).toLowerCase();
  if (text === 'true' || text === '1') return true;
  return text === 'false' || text === '0' ? false : undefined;
}

/** The unit GB of the capacities is inferred: the page names no unit. */
const toSubscription = (wire: OperationOutput<'getService'>): Subscription => ({
  state: toSubscriptionState(wire.status),
  edition: wire.productType || undefined,
  userLimit: parseNonNegativeInteger(wire.userCount),
  capacity: {
    total: gigabytesToBytes(wire.spaceCapacity),
    department: gigabytesToBytes(wire.departmentSpaceSize),
    individual: gigabytesToBytes(wire.personalSpaceSize),
    group: gigabytesToBytes(wire.groupSpaceSize),
  },
  organization: {
    id: parseId(wire.organizationId),
    name: wire.organizationName || undefined,
    tenantId: parseId(wire.tenantId),
    rootDepartmentId: parseId(wire.rootDeptCode),
  },
  features: {
    ai: parseBooleanFlag(wire.aiAvailable),
    onlineEditing: parseBooleanFlag(wire.wpsAvailable),
    manualReview: parseBooleanFlag(wire.manualAuditOpen),
    publicSharing: parseBooleanFlag(wire.publicShareFlag),
  },
});

export const readSubscription = async (koodrive: BoundClient): Promise<Subscription> =>
  toSubscription(await koodrive.call('getService', {}));

/** Only the operation of the quota returns this setting. */
export const readPackageRetention = async (koodrive: BoundClient): Promise<PackageRetention> => ({
  days: requiredCount(await koodrive.call('getQuotaUsed', {}), 'packageDownloadExpires'),
});

export async function setPackageRetention(
  koodrive: BoundClient,
  { days }: PackageRetention,
): Promise<PackageRetention> {
  await koodrive.call('setPackageDownloadExpires', { packageDownloadExpires: days });
  return { days };
}

const toJsSdk = (wire: OperationOutput<'getJsSdkInfo'>): JsSdk => ({
  scriptUrl: required(toWebUrl(wire.js_sdk_url), wire, 'js_sdk_url', 'a URL'),
  fallbackScriptUrl: toWebUrl(wire.retry_js_sdk_url),
  pageToken: wire.page_token || undefined,
  pageTokenKey: parseId(wire.page_token_key),
  transactionId: parseId(wire.transaction_id),
  configuration: wire.orgid_config || undefined,
});

export const readJsSdk = async (koodrive: BoundClient): Promise<JsSdk> =>
  toJsSdk(await koodrive.call('getJsSdkInfo', {}));

/** Inferred: no page lists the values of operateResult. */
const auditOutcomeCodes = { done: '0', failed: '1' } as const satisfies Record<AuditOutcome, string>;
const toAuditOutcome = createCodeReader(auditOutcomeCodes);

const toAuditLogEntry = (wire: PagedItem<'listAuditLogs'>): AuditLogEntry => ({
  id: requiredId(wire, 'logId'),
  at: parseTimestamp(wire.operateTime),
  operatorName: wire.operatorName || undefined,
  operatorId: parseId(wire.operatorId),
  operation: wire.operation || undefined,
  resource: wire.resource || undefined,
  outcome: toAuditOutcome(wire.operateResult),
  address: wire.operatorIP || undefined,
  message: wire.message || undefined,
});

/** The only key by which the upstream sorts: the time of the action. */
const operateTimeSortType = 1;
const sortDirectionCodes = { ascending: 1, descending: 2 } as const;
/** The time format of the upstream's example: RFC 3339 in UTC with milliseconds. */
const toUpstreamTime = (timestamp: string): string => new Date(timestamp).toISOString();

/** Newest first, unless `sort` is `at`. */
export async function listAuditLog(koodrive: BoundClient, query: ListAuditLogQuery): Promise<Page<AuditLogEntry>> {
  const { from, to, operator, operations, excludedOperations, outcome, address, sort, limit, cursor } = query;
  const page = await koodrive.fetchPage(
    'listAuditLogs',
    {
      operTimeFrom: from && toUpstreamTime(from),
      operTimeTo: to && toUpstreamTime(to),
      operatorName: operator,
      operations,
      excludedOperations,
      operateResult: outcome && auditOutcomeCodes[outcome],
      operatorIP: address,
      sortInfo: {
        sortType: operateTimeSortType,
        sortDirection: sort === 'at' ? sortDirectionCodes.ascending : sortDirectionCodes.descending,
      },
    },
    { limit, cursor },
  );
  return mapPage(page, toAuditLogEntry);
}
