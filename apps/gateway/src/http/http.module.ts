import { Global, Module } from '@nestjs/common';
import { APP_FILTER, APP_GUARD, APP_INTERCEPTOR, APP_PIPE } from '@nestjs/core';
import { ProblemFilter } from '#problem';
import { AccessGuard } from './access.guard.js';
import { AnswerInterceptor } from './answer/answer.interceptor.js';
import { AuditInterceptor } from './audit.interceptor.js';
import { Drain } from './connections/drain.js';
import { EventStreams } from './connections/event-streams.js';
import { IdempotencyInterceptor } from './idempotency/idempotency.interceptor.js';
import { translateKooDrive } from './problems/koodrive-problems.js';
import { OpenApiController } from './openapi/openapi.controller.js';
import { translateStore } from './problems/store-problems.js';
import { StrayInputGuard } from './input/stray-input.guard.js';
import { InputPipe } from './input/validation.pipe.js';

/** What every route stands on: the guards, the input check, the answer, the problems. */
@Global()
@Module({
  controllers: [OpenApiController],
  providers: [
    Drain,
    EventStreams,
    { provide: APP_GUARD, useClass: AccessGuard },
    { provide: APP_GUARD, useClass: StrayInputGuard },
    { provide: APP_PIPE, useClass: InputPipe },
    { provide: APP_INTERCEPTOR, useClass: IdempotencyInterceptor },
    { provide: APP_INTERCEPTOR, useClass: AnswerInterceptor },
    { provide: APP_INTERCEPTOR, useClass: AuditInterceptor },
    { provide: APP_FILTER, useFactory: () => new ProblemFilter([translateKooDrive, translateStore]) },
  ],
  exports: [Drain, EventStreams],
})
export class HttpModule {}
