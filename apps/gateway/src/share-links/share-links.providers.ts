import type { Provider } from '@nestjs/common';
import { GuessLimiter } from '../http/rate-limit/guess-limiter.js';
import { ContentDownloader } from '../http/response/content-downloader.js';
import { DeferredInvalidation } from '../http/response/deferred-invalidation.js';
import { SpaceMetadataCache } from '../upstream/space-metadata-cache.js';
import type { LinkOperations } from './link-operations.js';
import { ShareLinksService } from './share-links.service.js';
import { UnlockTokenStore } from './unlock-token-store.js';

/** The providers of a module whose links use one set of operations. */
export const createShareLinksProviders = (operations: LinkOperations): Provider[] => [
  UnlockTokenStore,
  {
    provide: ShareLinksService,
    inject: [UnlockTokenStore, GuessLimiter, ContentDownloader, DeferredInvalidation, SpaceMetadataCache],
    useFactory: (
      unlockTokens: UnlockTokenStore,
      guesses: GuessLimiter,
      content: ContentDownloader,
      deferredInvalidation: DeferredInvalidation,
      spaces: SpaceMetadataCache,
    ) => new ShareLinksService(operations, unlockTokens, guesses, content, deferredInvalidation, spaces),
  },
];
