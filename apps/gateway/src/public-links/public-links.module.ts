import { type DynamicModule, Module } from '@nestjs/common';
import { publicOperations } from '../share-links/link-operations.js';
import { createShareLinksProviders } from '../share-links/share-links.providers.js';
import { PublicLinksController } from './public-links.controller.js';

/**
 * Links without sign-in. KooDrive allows their operations to allow-listed tenants only, so the module is registered
 * only if it is configured.
 */
@Module({})
export class PublicLinksModule {
  /** @param agentName the value of the header X-Hw-Agentname */
  static register(agentName: string): DynamicModule {
    return {
      module: PublicLinksModule,
      controllers: [PublicLinksController],
      providers: createShareLinksProviders(publicOperations(agentName)),
    };
  }
}
