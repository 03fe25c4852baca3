export { BoundClient, KooDriveClient } from './client.js';
export { createKooDriveClient, type KooDriveClientOptions } from './create-client.js';
export { type Credential, type CredentialSource } from './credential.js';
export { OutcomeUnknownError, type StreamAnswer } from '#resilience';
export {
  AnswerTooLargeError,
  CallAbortedError,
  CredentialUnavailableError,
  InvalidCursorError,
  InvalidInputError,
  KooDriveError,
  type ProtocolBreach,
  UpstreamError,
  UpstreamProtocolError,
  UpstreamTimeoutError,
  UpstreamUnavailableError,
} from './failure/errors.js';
export { errorTable } from './generated/errors.js';
export type { components } from './generated/contract.js';
export { operationTable } from './generated/operations.js';
export {
  AddressRefusedError,
  createObjectStore,
  type GetOptions,
  ObjectStore,
  ObjectStoreError,
  type StoredBytes,
} from './object-store/object-store.js';
export type {
  CredentialKind,
  Input,
  Item,
  OperationId,
  OperationRow,
  Output,
  PagedInput,
  PagedOperationId,
  Paging,
} from './operation.js';
export type { AttemptOutcome, CallOptions, ClientObserver, Page, PageOptions, UpstreamAttempt } from './options.js';
export { type Principal, principalKey } from './principal.js';
export { parseLossless } from './answer/lossless-json.js';
export { gigabytes, id, kilobytes, moment, whole } from './values.js';
