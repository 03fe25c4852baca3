export { ConfigurationError, type ConfigurationIssue } from './configuration-error.js';
export { ConfigurationModule } from './configuration.module.js';
export { findConfigurationWarnings } from './configuration-warnings.js';
export { renderConfigurationTable } from './configuration-table.js';
export { isLoopback } from './origin-pattern.js';
export { loadApiKeysFilePath, loadConfiguration, loadVaultSettings } from './load-configuration.js';
export type { EncryptionKey } from './variable-parsers.js';
export type { LogLevel } from './variables/operation-variables.js';
export type { EnvironmentName } from './variables/server-variables.js';
export { Secret } from './secret.js';
export {
  type AppSettings,
  type AppTokenSettings,
  CacheSettings,
  CallerSettings,
  Configuration,
  type EmbeddedSandbox,
  EncryptionSettings,
  type JwtSettings,
  type OpenIdSettings,
  RateLimitSettings,
  type RemoteUpstream,
  ServerSettings,
  BrowserSessionSettings,
  StoreSettings,
  TelemetrySettings,
  UpstreamSettings,
} from './settings.js';
