import { describe, expect, it } from '@jest/globals';
import { createProblemDocument } from './create-problem-document.js';
import { ProblemError } from './problem-error.js';

describe('createProblemDocument', () => {
  it('returns the members of RFC 9457, the stable code and the trace id', () => {
    const error = new ProblemError('name-taken', { upstream: { operation: 'renameFile', code: '13000405' } });
    expect(createProblemDocument(error, { language: 'en', traceId: 'abc', instance: '/v1/x' })).toEqual({
      type: '/problems/name-taken',
      title: 'Name taken',
      status: 409,
      detail: 'The folder holds an entry of that name.',
      instance: '/v1/x',
      code: 'name-taken',
      retryable: false,
      traceId: 'abc',
      upstream: { operation: 'renameFile', code: '13000405' },
    });
  });

  it('serializes no member without a value', () => {
    const json = JSON.stringify(createProblemDocument(new ProblemError('internal'), { language: 'en' }));
    expect(Object.keys(JSON.parse(json) as object)).toEqual(['type', 'title', 'status', 'detail', 'code', 'retryable']);
  });

  it('contains nothing of the cause', () => {
    const error = new ProblemError('internal', { cause: new Error('connect 10.0.0.7:6379 refused') });
    expect(JSON.stringify(createProblemDocument(error, { language: 'en' }))).not.toContain('10.0.0.7');
  });

  it('contains only the operation and the code of an upstream error', () => {
    const upstream = { operation: 'getFile', code: '13000309', msg: 'secret text' };
    const document = createProblemDocument(new ProblemError('not-found', { upstream }), { language: 'en' });
    expect(document.upstream).toEqual({ operation: 'getFile', code: '13000309' });
  });

  it('uses the requested language, also for custom details and errors', () => {
    const error = new ProblemError('invalid-input', {
      detail: { en: 'English', zh: '中文' },
      errors: [{ pointer: '/a', message: { en: 'is required', zh: '必填' } }],
    });
    const document = createProblemDocument(error, { language: 'zh' });
    expect(document).toMatchObject({ title: '输入无效', detail: '中文', errors: [{ pointer: '/a', message: '必填' }] });
  });

  it('contains the outcome if it is unknown', () => {
    const document = createProblemDocument(new ProblemError('outcome-unknown'), { language: 'en' });
    expect(document).toMatchObject({ status: 504, outcome: 'unknown', retryable: false });
  });

  it('uses the retryable option of the error before the one of the catalog', () => {
    const error = new ProblemError('upstream-failed', { retryable: false });
    expect(createProblemDocument(error, { language: 'en' }).retryable).toBe(false);
  });
});
