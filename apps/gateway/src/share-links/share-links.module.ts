import { Module } from '@nestjs/common';
import { ChangedSpaces } from '../upstream/changed-spaces.js';
import { StoredContent } from '../upstream/stored-content.js';
import { signedInOperations } from './link-operations.js';
import { LinkPasses } from './link-passes.js';
import { ShareLinksController } from './share-links.controller.js';
import { ShareLinksService } from './share-links.service.js';

@Module({
  controllers: [ShareLinksController],
  providers: [
    LinkPasses,
    {
      provide: ShareLinksService,
      inject: [LinkPasses, StoredContent, ChangedSpaces],
      useFactory: (passes: LinkPasses, content: StoredContent, changed: ChangedSpaces) =>
        new ShareLinksService(signedInOperations, passes, content, changed),
    },
  ],
})
export class ShareLinksModule {}
