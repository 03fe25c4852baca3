import { errorCodes } from '../contract/errors.js';
import { readObject, readString, readStrings, readNumber } from '../json-input.js';
import { OperationError, type OperationHandlers } from '../operation.js';
import type { AuditEntry } from '../state/audit-log.js';
import type { Drive } from '../state/drive.js';
import { SortDirection } from '../state/files/cursor.js';
import { isSystemAdministrator } from '../state/spaces/space-access.js';
import { formatIsoTime } from './formats.js';
import { readTime } from './input.js';

const defaultAuditLogPageSize = 10;

/** The audit log, for system administrators. The first page has the number 0. */
export function auditLogHandlers(drive: Drive): OperationHandlers {
  return {
    listAuditLogs: ({ subject, body }) => {
      if (!isSystemAdministrator(drive, subject)) throw new OperationError(errorCodes.permissionDenied, 'audit log');
      const { pageSize, pageNum } = readObject(body.pageInfo);
      const ascending = readNumber(readObject(body.sortInfo).sortDirection) === SortDirection.ascending;
      const matching = drive.auditLog.list().filter(createEntryFilter(body));
      const sorted = ascending ? matching : [...matching].reverse();
      const size = readNumber(pageSize) ?? defaultAuditLogPageSize;
      const start = (readNumber(pageNum) ?? 0) * size;
      const page = sorted.slice(start, start + size);
      return { total: matching.length, logInfoList: page.map((entry) => toLogInfo(drive, entry)) };
    },
  };
}

function createEntryFilter(body: Readonly<Record<string, unknown>>): (entry: AuditEntry) => boolean {
  const from = readTime(body.operTimeFrom, 'operTimeFrom or operTimeTo') ?? -Infinity;
  const to = readTime(body.operTimeTo, 'operTimeFrom or operTimeTo') ?? Infinity;
  const name = readString(body.operatorName);
  const included = readStrings(body.operations);
  const excluded = readStrings(body.excludedOperations);
  const result = readNumber(body.operateResult);
  const address = readString(body.operatorIP);
  return (entry) =>
    entry.timestamp >= from &&
    entry.timestamp <= to &&
    (!name || entry.operatorName.includes(name)) &&
    (included.length === 0 || included.includes(entry.operation)) &&
    !excluded.includes(entry.operation) &&
    (result === undefined || entry.result === result) &&
    (address === undefined || address === operatorAddress);
}

/** All callers are on this machine. */
const operatorAddress = '127.0.0.1';

function toLogInfo({ tenant }: Drive, entry: AuditEntry): Record<string, unknown> {
  const { id, operatorName, operatorId, timestamp, operation, resource, result, message } = entry;
  return {
    logId: id,
    tenantId: tenant.tenantId,
    operatorName,
    operatorId,
    operateTime: formatIsoTime(timestamp),
    operation,
    resource,
    operateResult: result,
    operatorIP: operatorAddress,
    message,
  };
}
