import { expect, it } from '@jest/globals';
import { Injectable } from '@nestjs/common';
import { Test } from '@nestjs/testing';
import 'reflect-metadata';
import { ConfigurationModule } from './configuration.module.js';
import { loadConfiguration } from './load-configuration.js';
import { CacheSettings, ServerSettings, UpstreamSettings } from './settings.js';

@Injectable()
class Feature {
  constructor(
    readonly server: ServerSettings,
    readonly upstream: UpstreamSettings,
    readonly cache: CacheSettings,
  ) {}
}

it('ConfigurationModule injects a part of the configuration by its type', async () => {
  const configuration = loadConfiguration({ PORT: '8080', CACHE_MEMORY_MB: '3' });
  const testing = await Test.createTestingModule({
    imports: [ConfigurationModule.forRoot(configuration)],
    providers: [Feature],
  }).compile();
  const feature = testing.get(Feature);
  expect(feature.server).toBe(configuration.server);
  expect(feature.upstream).toBe(configuration.upstream);
  expect(feature.cache.maxMemoryBytes).toBe(3_000_000);
});
