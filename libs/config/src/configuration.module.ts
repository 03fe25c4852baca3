import { type DynamicModule, Module } from '@nestjs/common';
import {
  CacheSettings,
  CallerSettings,
  Configuration,
  EncryptionSettings,
  ServerSettings,
  StoreSettings,
  TelemetrySettings,
  UpstreamSettings,
} from './settings.js';

/** Provides parts of the configuration for injection by type: `constructor(private readonly server: ServerSettings)`. */
@Module({})
export class ConfigurationModule {
  static forRoot(configuration: Configuration): DynamicModule {
    const providers = [
      { provide: Configuration, useValue: configuration },
      { provide: ServerSettings, useValue: configuration.server },
      { provide: UpstreamSettings, useValue: configuration.upstream },
      { provide: StoreSettings, useValue: configuration.store },
      { provide: CacheSettings, useValue: configuration.cache },
      { provide: CallerSettings, useValue: configuration.callers },
      { provide: EncryptionSettings, useValue: configuration.encryption },
      { provide: TelemetrySettings, useValue: configuration.telemetry },
    ];
    return { module: ConfigurationModule, global: true, providers, exports: providers };
  }
}
