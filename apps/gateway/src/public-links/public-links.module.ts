import { type DynamicModule, Module } from '@nestjs/common';
import { publicOperations } from '../share-links/link-operations.js';
import { LinkPasses } from '../share-links/link-passes.js';
import { ShareLinksService } from '../share-links/share-links.service.js';
import { ChangedSpaces } from '../upstream/changed-spaces.js';
import { StoredContent } from '../upstream/stored-content.js';
import { PublicLinksController } from './public-links.controller.js';

/** Links that are for anybody, by calls that KooDrive opens to allow-listed tenants only: there where it is configured. */
@Module({})
export class PublicLinksModule {
  static of(agentName: string): DynamicModule {
    return {
      module: PublicLinksModule,
      controllers: [PublicLinksController],
      providers: [
        LinkPasses,
        {
          provide: ShareLinksService,
          inject: [LinkPasses, StoredContent, ChangedSpaces],
          useFactory: (passes: LinkPasses, content: StoredContent, changed: ChangedSpaces) =>
            new ShareLinksService(publicOperations(agentName), passes, content, changed),
        },
      ],
    };
  }
}
