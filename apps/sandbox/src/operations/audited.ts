import { Refusal, type Answer, type Handler, type Handlers, type OperationRequest } from '../operation.js';
import type { Drive } from '../state/drive.js';
import { text } from './input.js';

/** What does not change anything; every other operation is written down. */
const READING =
  /^(get|list|count|batchGet|batchImportUserPreVerify$|Search$|StatsDir$|GetFullPath$|ListRecentlyAccess$|ListRelatedToMe$|uploadUrl$|initialMemberPermission$|queryPermissionTemplateRef$|auditList$)/;

/** Handlers that write what they did, or were refused, into the audit log. */
export function audited(drive: Drive, handlers: Handlers): Handlers {
  return Object.fromEntries(
    Object.entries(handlers).map(([operation, handler]) => [
      operation,
      READING.test(operation) ? handler : writtenDown(drive, operation, handler),
    ]),
  );
}

function writtenDown(drive: Drive, operation: string, handler: Handler): Handler {
  return async (request): Promise<Answer> => {
    try {
      const answer = await handler(request);
      note(drive, operation, request, 0, 'success');
      return answer;
    } catch (error) {
      if (error instanceof Refusal) note(drive, operation, request, 1, error.message);
      throw error;
    }
  };
}

function note(drive: Drive, operation: string, request: OperationRequest, result: number, message: string): void {
  const { subject, path, body } = request;
  const operatorId = subject.kind === 'user' ? subject.userId : '';
  const operatorName = drive.users.find(operatorId)?.name ?? subject.kind;
  const resource = text(body.fileName) ?? text(body.name) ?? text(body.fileId) ?? Object.values(path)[0] ?? '';
  drive.auditLog.add({
    ...{ id: drive.ids.number(), operatorId, operatorName, at: drive.clock.now() },
    ...{ operation, resource, result, message },
  });
}
