import { describe, expect, it } from '@jest/globals';
import { problemDocument } from './document.js';
import { ProblemError } from './problem-error.js';

describe('A problem document', () => {
  it('holds what RFC 9457 names, the stable code and the trace', () => {
    const error = new ProblemError('name-taken', { upstream: { operation: 'renameFile', code: '13000405' } });
    expect(problemDocument(error, { language: 'en', traceId: 'abc', instance: '/v1/x' })).toEqual({
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

  it('has no member for what is not known', () => {
    const document = problemDocument(new ProblemError('internal'), { language: 'en' });
    expect(Object.keys(document)).toEqual(['type', 'title', 'status', 'detail', 'code', 'retryable']);
  });

  it('shows nothing of the cause', () => {
    const error = new ProblemError('internal', { cause: new Error('connect 10.0.0.7:6379 refused') });
    expect(JSON.stringify(problemDocument(error, { language: 'en' }))).not.toContain('10.0.0.7');
  });

  it('takes from the upstream refusal its operation and code, and nothing else that came along', () => {
    const upstream = { operation: 'getFile', code: '13000309', msg: 'secret text' };
    const document = problemDocument(new ProblemError('not-found', { upstream }), { language: 'en' });
    expect(document.upstream).toEqual({ operation: 'getFile', code: '13000309' });
  });

  it('is in the language asked for, own details and errors too', () => {
    const error = new ProblemError('invalid-input', {
      detail: { en: 'English', zh: '中文' },
      errors: [{ pointer: '/a', message: { en: 'is required', zh: '必填' } }],
    });
    const document = problemDocument(error, { language: 'zh' });
    expect(document).toMatchObject({ title: '输入无效', detail: '中文', errors: [{ pointer: '/a', message: '必填' }] });
  });

  it('says that the outcome is unknown where it is', () => {
    const document = problemDocument(new ProblemError('outcome-unknown'), { language: 'en' });
    expect(document).toMatchObject({ status: 504, outcome: 'unknown', retryable: false });
  });

  it('lets the one who raises it judge whether a repeat helps', () => {
    const error = new ProblemError('upstream-failed', { retryable: false });
    expect(problemDocument(error, { language: 'en' }).retryable).toBe(false);
  });
});
