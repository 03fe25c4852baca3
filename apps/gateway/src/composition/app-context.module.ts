import { type DynamicModule, Module } from '@nestjs/common';
import { AccessTokens, KooDriveSessionKeepAlive } from '#access-token';
import { ResponseCache } from '#cache';
import { BrowserAuthentication, BudgetLedger, OpenIdProvider } from '#callers';
import { KooDriveClient, ObjectStore } from '#koodrive';
import { BestEffortStore, Stores } from '#store';
import { AuditLog, DependencyMonitor, Metrics } from '#telemetry';
import { Vault } from '#vault';
import { IdempotencyStore } from '../http/idempotency/idempotency-store.js';
import { GuessLimiter } from '../http/rate-limit/guess-limiter.js';
import { WriteRecords } from '../http/response/write-records.js';
import { DeferredInvalidation } from '../http/response/deferred-invalidation.js';
import type { AppContext } from './app-context.js';
import { SignInOrigins } from '../upstream/sign-in-origins.js';
import { SpaceMetadataCache } from '../upstream/space-metadata-cache.js';
import { ContentDownloader } from '../http/response/content-downloader.js';

/** Provides the parts of the app context for injection by type. */
@Module({})
export class AppContextModule {
  static forRoot(context: AppContext): DynamicModule {
    // They are needed for as long as the cached responses that they invalidate.
    const writeRecords = new WriteRecords(new BestEffortStore(context.stores.cacheStore), context.budgetLedger);
    const providers = [
      { provide: KooDriveClient, useValue: context.koodrive },
      { provide: ObjectStore, useValue: context.objectStore },
      { provide: AccessTokens, useValue: context.credentials },
      { provide: BrowserAuthentication, useValue: context.browserAuthentication },
      { provide: SignInOrigins, useValue: context.signInOrigins },
      { provide: OpenIdProvider, useValue: context.openIdProvider },
      { provide: KooDriveSessionKeepAlive, useValue: context.sessionKeepAlive },
      { provide: ResponseCache, useValue: context.responseCache },
      { provide: BudgetLedger, useValue: context.budgetLedger },
      { provide: Stores, useValue: context.stores },
      { provide: BestEffortStore, useValue: new BestEffortStore(context.store) },
      { provide: IdempotencyStore, useValue: createIdempotencyStore(context) },
      {
        provide: GuessLimiter,
        useValue: new GuessLimiter(context.rateLimitRedis, () => context.metrics.recordLimited('guesses')),
      },
      { provide: Vault, useValue: context.vault },
      { provide: Metrics, useValue: context.metrics },
      { provide: DependencyMonitor, useValue: context.dependencies },
      { provide: AuditLog, useValue: context.auditLog },
      SpaceMetadataCache,
      ContentDownloader,
      { provide: WriteRecords, useValue: writeRecords },
      { provide: DeferredInvalidation, useValue: new DeferredInvalidation(context.responseCache, writeRecords) },
    ];
    return { module: AppContextModule, global: true, providers, exports: providers };
  }
}

const createIdempotencyStore = ({ stores, vault, budgetLedger }: AppContext): IdempotencyStore =>
  new IdempotencyStore(stores.store, vault, budgetLedger, () => stores.memoryPolicy.nearlyFull);
