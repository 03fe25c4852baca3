export {
  type AuditEntry,
  type AuditEvent,
  AuditLog,
  type AuditOutcome,
  type AuditStream,
  type RejectionSource,
} from './audit-log.js';
export { type AuditTarget, type AuditValue } from './audit-target.js';
export { type ClosableAuditStream, openAuditStream } from './audit-stream.js';
export {
  type DependencyFailure,
  DependencyMonitor,
  dependencyNames,
  type DependencyName,
  type DependencyReporter,
  type DependencyState,
} from './dependency-monitor.js';
export { logRequest, type RequestLogEntry } from './log-request.js';
export { createLogger } from './logger.js';
export { type CacheResult, Metrics, type UpstreamOutcome } from './metrics.js';
export { createNestLogger } from './nest-logger.js';
export { createTraceContext, formatTraceparent, type TraceContext } from './trace-context.js';
