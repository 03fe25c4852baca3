export { ApiKeyRegistry, type RegistryOptions } from './api-key-registry.js';
export { ApiKeyStrategy } from './api-key.strategy.js';
export { authenticate, type CallerStrategy } from './authenticate.js';
export type { Caller } from './caller.js';
export type { CallerRequest } from './credential-headers.js';
export { issueApiKey, type KeyOrder, revokeApiKey } from './issue-key.js';
export { readKeyFile } from './key-file.js';
export { KeyFileError, type KeyRecord, ownerForm, userIdForm } from './key-record.js';
export { Refusal, type RefusalReason } from './refusal.js';
export {
  covers,
  type GrantedScope,
  isGrantedScope,
  type ScopeName,
  scopeNames,
  scopesDocumentation,
  type ScopeSet,
  scopeTable,
} from './scopes.js';
