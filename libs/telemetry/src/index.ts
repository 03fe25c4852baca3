export { type AuditEntry, type AuditEvent, auditEvents, AuditLog, type AuditStream } from './audit-log.js';
export { type ClosableAuditStream, openAuditStream } from './audit-stream.js';
export { createLogger, loggerOptions } from './logger.js';
export { type CacheResult, Metrics, type MintOutcome, type UpstreamOutcome } from './metrics.js';
export { nestLogger } from './nest-logger.js';
export { logRequest, type RequestFacts } from './request-line.js';
export { type LoggedError, safeError } from './safe-error.js';
export { scrubAddresses } from './scrub.js';
export { parseTraceparent, type TraceContext, traceContextOf, traceparent } from './trace-context.js';
