import { Module } from '@nestjs/common';
import { signedInOperations } from './link-operations.js';
import { ShareLinksController } from './share-links.controller.js';
import { createShareLinksProviders } from './share-links.providers.js';

@Module({ controllers: [ShareLinksController], providers: createShareLinksProviders(signedInOperations) })
export class ShareLinksModule {}
