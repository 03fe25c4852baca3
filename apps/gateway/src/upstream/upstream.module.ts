import { type DynamicModule, Module } from '@nestjs/common';
import { AccessTokens, Vault } from '#access-token';
import { AnswerCache } from '#cache';
import { OpenIdProvider } from '#callers';
import { KooDriveClient, ObjectStore } from '#koodrive';
import { AuditLog, Metrics } from '#telemetry';
import { IdempotentAnswers } from '../http/idempotency/idempotent-answers.js';
import { BrowserSessions } from './browser-sessions.js';
import { ChangedSpaces } from './changed-spaces.js';
import type { Parts } from './parts.js';
import { SessionsInUse } from './sessions-in-use.js';
import { SharedStore } from './shared-store.js';
import { SpaceDirectory } from './space-directory.js';
import { StoredContent } from './stored-content.js';

/** Hands out, by type, what stands between the routes and KooDrive. */
@Module({})
export class UpstreamModule {
  static of(parts: Parts): DynamicModule {
    const providers = [
      { provide: KooDriveClient, useValue: parts.koodrive },
      { provide: ObjectStore, useValue: parts.objects },
      { provide: AccessTokens, useValue: parts.credentials },
      { provide: BrowserSessions, useValue: parts.browsers },
      { provide: OpenIdProvider, useValue: parts.openId },
      { provide: SessionsInUse, useValue: parts.sessionsInUse },
      { provide: AnswerCache, useValue: parts.cache },
      { provide: SharedStore, useValue: new SharedStore(parts.store) },
      { provide: IdempotentAnswers, useValue: new IdempotentAnswers(parts.store, parts.vault) },
      { provide: Vault, useValue: parts.vault },
      { provide: Metrics, useValue: parts.metrics },
      { provide: AuditLog, useValue: parts.audit },
      SpaceDirectory,
      StoredContent,
      ChangedSpaces,
    ];
    return { module: UpstreamModule, global: true, providers, exports: providers };
  }
}
