import { readString } from '../json-input.js';
import {
  OperationError,
  type OperationResponse,
  type OperationHandler,
  type OperationHandlers,
  type OperationRequest,
} from '../operation.js';
import type { Drive } from '../state/drive.js';

const AuditResult = { succeeded: 0, failed: 1 } as const;

/** Operations without side effects. All other operations are recorded. */
const readOperationPattern =
  /^(get|list|count|batchGet|batchImportUserPreVerify$|Search$|StatsDir$|GetFullPath$|ListRecentlyAccess$|ListRelatedToMe$|uploadUrl$|initialMemberPermission$|queryPermissionTemplateRef$|auditList$)/;

/** Wraps handlers so that successful and rejected writes are recorded in the audit log. */
export function withAuditLog(drive: Drive, handlers: OperationHandlers): OperationHandlers {
  return Object.fromEntries(
    Object.entries(handlers).map(([operation, handler]) => [
      operation,
      readOperationPattern.test(operation) ? handler : withAuditEntry(drive, operation, handler),
    ]),
  );
}

function withAuditEntry(drive: Drive, operation: string, handler: OperationHandler): OperationHandler {
  return async (request): Promise<OperationResponse> => {
    try {
      const response = await handler(request);
      addAuditEntry(drive, operation, request, AuditResult.succeeded, 'success');
      return response;
    } catch (error) {
      if (error instanceof OperationError) addAuditEntry(drive, operation, request, AuditResult.failed, error.message);
      throw error;
    }
  };
}

function addAuditEntry(
  drive: Drive,
  operation: string,
  request: OperationRequest,
  result: number,
  message: string,
): void {
  const { subject, path, body } = request;
  const operatorId = subject.kind === 'user' ? subject.userId : '';
  const operatorName = drive.users.find(operatorId)?.name ?? subject.kind;
  const resource =
    readString(body.fileName) ?? readString(body.name) ?? readString(body.fileId) ?? Object.values(path)[0] ?? '';
  drive.auditLog.add({
    id: drive.ids.nextNumericId(),
    operatorId,
    operatorName,
    timestamp: drive.clock.now(),
    operation,
    resource,
    result,
    message,
  });
}
