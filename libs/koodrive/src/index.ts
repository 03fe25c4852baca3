export { BoundClient, KooDriveClient } from './client.js';
export { createKooDriveClient, type KooDriveClientOptions } from './create-client.js';
export { type Credential, type CredentialSource } from './credential.js';
export { OutcomeUnknownError, type StreamResponse } from '#resilience';
export {
  ResponseTooLargeError,
  CallAbortedError,
  CredentialUnavailableError,
  InvalidCursorError,
  InvalidInputError,
  KooDriveError,
  type ProtocolViolation,
  type RejectionCause,
  UpstreamError,
  UpstreamProtocolError,
  UpstreamTimeoutError,
  UpstreamUnavailableError,
} from './failure/errors.js';
export { errorCodes } from './failure/error-codes.js';
export { isErrorCode } from './failure/failure-classifications.js';
export { type ErrorCode, errorTable } from './generated/errors.js';
export type { components } from './generated/contract.js';
export { operationTable } from './generated/operations.js';
export { AllowedOrigins } from './object-store/allowed-origins.js';
export {
  OriginNotAllowedError,
  createObjectStore,
  discardBody,
  type GetObjectOptions,
  ObjectStore,
  ObjectStoreError,
  type ObjectStoreOutcome,
  type ObjectBody,
} from './object-store/object-store.js';
export type {
  CredentialKind,
  OperationInput,
  PagedItem,
  OperationId,
  OperationRow,
  OperationOutput,
  PagedInput,
  PagedOperationId,
  Paging,
} from './operation.js';
export type {
  AttemptOutcome,
  CallOptions,
  ClientObserver,
  CallEffect,
  CompletedUpstreamCall,
  UpstreamPage,
  PageOptions,
  UpstreamAttempt,
  UpstreamDeviation,
  UpstreamRejection,
} from './options.js';
export { type Principal, principalKey } from './principal.js';
export { parseLosslessJson } from './response/lossless-json.js';
export { countRemovedEntries, findPlace, isUnreadable, type ResponsePlace } from './response/response-place.js';
export { gigabytesToBytes, parseId, kilobytesToBytes, parseTimestamp, parseNonNegativeInteger } from './wire-values.js';
export { noCredential, staticCredential } from './authorization/static-credentials.js';
