import { Refusal, type Handlers } from '../operation.js';
import type { AuditEntry } from '../state/audit-log.js';
import type { Drive } from '../state/drive.js';
import { isSystemAdministrator } from '../state/spaces/access.js';
import { isoTime } from './formats.js';
import { members, text, texts, whole } from './input.js';

/** The audit log, for system administrators; pages count from zero. */
export function auditLogHandlers(drive: Drive): Handlers {
  return {
    listAuditLogs: ({ subject, body }) => {
      if (!isSystemAdministrator(drive, subject)) throw new Refusal(13000410, 'audit log');
      const { pageSize, pageNum } = members(body.pageInfo);
      const ascending = whole(members(body.sortInfo).sortDirection) === 1;
      const found = drive.auditLog.list().filter(wanted(body));
      const sorted = ascending ? found : [...found].reverse();
      const size = whole(pageSize) ?? 10;
      const start = (whole(pageNum) ?? 0) * size;
      const page = sorted.slice(start, start + size);
      return { total: found.length, logInfoList: page.map((entry) => logInfo(drive, entry)) };
    },
  };
}

function wanted(body: Readonly<Record<string, unknown>>): (entry: AuditEntry) => boolean {
  const from = timeOf(body.operTimeFrom) ?? -Infinity;
  const to = timeOf(body.operTimeTo) ?? Infinity;
  const name = text(body.operatorName);
  const included = texts(body.operations);
  const excluded = texts(body.excludedOperations);
  const result = whole(body.operateResult);
  const address = text(body.operatorIP);
  return (entry) =>
    entry.at >= from &&
    entry.at <= to &&
    (!name || entry.operatorName.includes(name)) &&
    (included.length === 0 || included.includes(entry.operation)) &&
    !excluded.includes(entry.operation) &&
    (result === undefined || entry.result === result) &&
    (address === undefined || address === ADDRESS);
}

/** Everybody comes from this machine. */
const ADDRESS = '127.0.0.1';

function timeOf(value: unknown): number | undefined {
  const given = text(value);
  const time = given === undefined ? undefined : Date.parse(given);
  if (Number.isNaN(time)) throw new Refusal(13000102, 'operTimeFrom or operTimeTo');
  return time;
}

function logInfo({ tenant }: Drive, entry: AuditEntry): Record<string, unknown> {
  const { id, operatorName, operatorId, at, operation, resource, result, message } = entry;
  return {
    ...{ logId: id, tenantId: tenant.tenantId, operatorName, operatorId, operateTime: isoTime(at) },
    ...{ operation, resource, operateResult: result, operatorIP: ADDRESS, message },
  };
}
