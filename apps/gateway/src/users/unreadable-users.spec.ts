import { afterEach, describe, expect, it } from '@jest/globals';
import { type DocumentedUpstream, startDocumentedUpstream } from '../../../../test/support/documented-upstream.js';
import { listUsers, readUser } from './users.upstream.js';

let upstream: DocumentedUpstream | undefined;
afterEach(() => upstream?.close());

const success = { code: 0, msg: '' };
const query = { limit: 5 } as Parameters<typeof listUsers>[1];

describe('a list of the upstream', () => {
  it('leaves out an entry without a required value, and then has no total', async () => {
    upstream = await startDocumentedUpstream({
      getUserList: { ...success, total: 3, list: [{ id: '1' }, { name: 'Ada' }, { id: '3', name: {} }] },
    });
    const { items, total } = await listUsers(upstream.koodrive, query);
    expect(items.map(({ id, name }) => [id, name])).toEqual([
      ['1', undefined],
      ['3', undefined],
    ]);
    expect(total).toBeUndefined();
  });

  it('fails if none of several entries can be read, and names the place of the last', async () => {
    upstream = await startDocumentedUpstream({
      getUserList: { ...success, total: 2, list: [{ key: '1' }, { key: '2' }] },
    });
    await expect(listUsers(upstream.koodrive, query)).rejects.toMatchObject({
      code: 'upstream-protocol',
      options: { upstream: { operation: 'getUserList' } },
      cause: { pointer: '/list/1/id', expected: 'an id' },
    });
  });
});

describe('a response of the upstream', () => {
  it('without a required value is upstream-protocol, which names the place and no value', async () => {
    upstream = await startDocumentedUpstream({ getUser: { ...success, data: { id: {}, name: 'Ada' } } });
    await expect(readUser(upstream.koodrive, '1')).rejects.toMatchObject({
      options: { upstream: { operation: 'getUser' } },
      cause: { message: 'getUser: /data/id must be an id' },
    });
  });
});
