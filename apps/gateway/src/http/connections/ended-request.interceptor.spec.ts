import { describe, expect, it } from '@jest/globals';
import type { CallHandler, ExecutionContext } from '@nestjs/common';
import type { FastifyReply } from 'fastify';
import { EventEmitter } from 'node:events';
import { defer, lastValueFrom, NEVER, type Observable, of } from 'rxjs';
import type { Caller } from '#callers';
import { ProblemError } from '#problem';
import { RequestContext } from '../request-context.js';
import { EndedRequestInterceptor } from './ended-request.interceptor.js';

const problem = new ProblemError('unauthenticated');

function startRequest(method: string, response: Observable<unknown>) {
  const raw = Object.assign(new EventEmitter(), { destroyed: false, writableFinished: false });
  const gateway = new RequestContext({ raw } as unknown as FastifyReply);
  gateway.caller = {} as Caller;
  const context = { switchToHttp: () => ({ getRequest: () => ({ method, gateway }) }) } as unknown as ExecutionContext;
  let isHandled = false;
  const next: CallHandler = {
    handle: () =>
      defer(() => {
        isHandled = true;
        return response;
      }),
  };
  const intercept = async (): Promise<unknown> => lastValueFrom(new EndedRequestInterceptor().intercept(context, next));
  return { gateway, raw, intercept, wasHandled: () => isHandled };
}

function end(gateway: RequestContext): void {
  gateway.endedBy = problem;
  gateway.abort(problem);
}

describe('S23: a request whose credential becomes invalid', () => {
  it('is not handled where that was before its handler', async () => {
    for (const method of ['GET', 'POST']) {
      const { gateway, intercept, wasHandled } = startRequest(method, of('done'));
      end(gateway);
      await expect(intercept()).rejects.toBe(problem);
      expect(wasHandled()).toBe(false);
    }
  });

  it('gets its response at once where it is a read', async () => {
    const { gateway, intercept } = startRequest('GET', NEVER);
    const response = intercept();
    end(gateway);
    await expect(response).rejects.toBe(problem);
  });

  it('gets the response of its handler where nothing happens', async () => {
    expect(await startRequest('GET', of('done')).intercept()).toBe('done');
  });
});

describe('The signal of a request', () => {
  it('is aborted where it is asked for after the end of the request', () => {
    const { gateway } = startRequest('GET', NEVER);
    end(gateway);
    expect(gateway.signal.reason).toBe(problem);
  });

  it('is aborted where it is asked for after the caller has disconnected', () => {
    const { gateway, raw } = startRequest('GET', NEVER);
    raw.destroyed = true;
    expect(gateway.signal.aborted).toBe(true);
  });
});
