export { ConfigurationError, type ConfigurationMistake } from './configuration-error.js';
export { ConfigurationModule } from './configuration.module.js';
export { configurationTable } from './documentation.js';
export type { EnvironmentName, LogLevel } from './environment.js';
export { apiKeysFile, loadConfiguration, vaultSettings } from './load-configuration.js';
export type { EncryptionKey } from './readers.js';
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
  SessionSettings,
  StoreSettings,
  TelemetrySettings,
  UpstreamSettings,
} from './settings.js';
