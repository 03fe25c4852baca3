import { Global, Module } from '@nestjs/common';
import { APP_FILTER, APP_GUARD, APP_INTERCEPTOR } from '@nestjs/core';
import { ProblemFilter } from '#problem';
import { Metrics } from '#telemetry';
import { AccessGuard } from './access.guard.js';
import { ResponseInterceptor } from './response/response.interceptor.js';
import { AuditInterceptor } from './audit/audit.interceptor.js';
import { RunningWrites } from './audit/running-writes.js';
import { DrainState } from './connections/drain-state.js';
import { EndedRequestInterceptor } from './connections/ended-request.interceptor.js';
import { EventStreams } from './connections/event-streams.js';
import { IdempotencyInterceptor } from './idempotency/idempotency.interceptor.js';
import { AfterEffectInterceptor } from './problems/after-effect.interceptor.js';
import { translateKooDriveError } from './problems/koodrive-problems.js';
import { PreconditionInterceptor } from './precondition.interceptor.js';
import { OpenApiController } from './openapi/openapi.controller.js';
import { translateStoreError } from './problems/store-problems.js';
import { InputGuard } from './input/input.guard.js';

/** The guards, interceptors and filter of all routes. Guards and interceptors run in this order. */
@Global()
@Module({
  controllers: [OpenApiController],
  providers: [
    DrainState,
    RunningWrites,
    { provide: EventStreams, useFactory: (metrics: Metrics) => new EventStreams(metrics), inject: [Metrics] },
    { provide: APP_GUARD, useClass: AccessGuard },
    { provide: APP_GUARD, useClass: InputGuard },
    { provide: APP_INTERCEPTOR, useClass: EndedRequestInterceptor },
    { provide: APP_INTERCEPTOR, useClass: IdempotencyInterceptor },
    { provide: APP_INTERCEPTOR, useClass: AfterEffectInterceptor },
    { provide: APP_INTERCEPTOR, useClass: ResponseInterceptor },
    { provide: APP_INTERCEPTOR, useClass: AuditInterceptor },
    { provide: APP_INTERCEPTOR, useClass: PreconditionInterceptor },
    { provide: APP_FILTER, useFactory: () => new ProblemFilter([translateKooDriveError, translateStoreError]) },
  ],
  exports: [DrainState, RunningWrites, EventStreams],
})
export class HttpModule {}
