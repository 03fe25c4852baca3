import { Global, Module } from '@nestjs/common';
import { APP_FILTER, APP_GUARD, APP_INTERCEPTOR, APP_PIPE } from '@nestjs/core';
import { ProblemFilter } from '#problem';
import { AccessGuard } from './access.guard.js';
import { AnswerInterceptor } from './answer.interceptor.js';
import { AuditInterceptor } from './audit.interceptor.js';
import { Drain } from './drain.js';
import { EventStreams } from './event-streams.js';
import { IdempotencyInterceptor } from './idempotency.interceptor.js';
import { translateKooDrive } from './koodrive-problems.js';
import { OpenApiController } from './openapi.controller.js';
import { translateStore } from './store-problems.js';
import { StrayInputGuard } from './stray-input.guard.js';
import { InputPipe } from './validation.pipe.js';

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
