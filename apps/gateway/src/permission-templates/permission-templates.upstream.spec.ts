import { afterEach, describe, expect, it } from '@jest/globals';
import { type DocumentedUpstream, startDocumentedUpstream } from '../../../../test/support/documented-upstream.js';
import { capabilities, toCapabilities, toCapabilityFlags } from '../upstream/capabilities.js';
import {
  changeTemplate,
  createTemplate,
  deleteTemplates,
  listTemplates,
  readTemplate,
  readTemplateUsage,
} from './permission-templates.upstream.js';

let upstream: DocumentedUpstream;
afterEach(() => upstream.close());

const success = { code: 0, msg: 'success' };
const id = '1590626552448551681';
const wire = {
  id,
  name: 'Reviewers',
  templateType: 1,
  status: 1,
  company: '9',
  capabilities: toCapabilityFlags(['list', 'copy']),
};
const template = {
  id,
  name: 'Reviewers',
  kind: 'custom',
  status: 'enabled',
  organizationId: '9',
  capabilities: ['list', 'copy'],
};

describe('a permission template', () => {
  it.each([
    ['numbers and booleans', wire],
    ['text', { ...wire, templateType: '1', status: '1' }],
  ])('is read from %s', async (_title, entry) => {
    upstream = await startDocumentedUpstream({ batchGetPermissionTemplate: { ...success, data: [entry] } });
    expect(await readTemplate(upstream.koodrive, id)).toEqual(template);
    expect(upstream.requestsFor('batchGetPermissionTemplate')[0]?.body).toBe(`{"ids":[${id}]}`);
  });

  it('is not found if the response is empty', async () => {
    upstream = await startDocumentedUpstream({ batchGetPermissionTemplate: { ...success, data: [] } });
    await expect(readTemplate(upstream.koodrive, id)).rejects.toMatchObject({ code: 'not-found' });
  });

  it('is found by its name after it was created, because the response has no id', async () => {
    upstream = await startDocumentedUpstream({
      createPermissionTemplate: success,
      getService: { ...success, data: { organizationId: '9' } },
      listPermissionTemplate: { ...success, total: 2, data: [{ ...wire, id: '7', name: 'Others' }, wire] },
    });
    expect(await createTemplate(upstream.koodrive, { name: 'Reviewers', capabilities: ['copy'] })).toEqual(template);
    expect(JSON.parse(upstream.requestsFor('createPermissionTemplate')[0]?.body ?? '')).toEqual({
      name: 'Reviewers',
      type: 1,
      company: '9',
      capabilities: toCapabilityFlags(['copy']),
    });
    expect(upstream.requestsFor('listPermissionTemplate')[0]?.query).toContain('orderByTime=0');
  });

  it('is sent with its name when only the description changes, because the upstream requires it', async () => {
    upstream = await startDocumentedUpstream({
      batchGetPermissionTemplate: { ...success, data: [wire] },
      editPermissionTemplate: success,
    });
    await changeTemplate(upstream.koodrive, id, { description: 'New' });
    expect(upstream.requestsFor('editPermissionTemplate')[0]?.body).toBe(
      `{"id":${id},"name":"Reviewers","description":"New"}`,
    );
    expect(upstream.requestsFor('modifyPermissionTemplateStatus')).toEqual([]);
  });

  it('has a usage that is read from the documented example', async () => {
    upstream = await startDocumentedUpstream();
    expect(await readTemplateUsage(upstream.koodrive, id)).toEqual({ inUse: false });
  });
});

describe('the list of templates', () => {
  it('has a total only without filters, because the total of the upstream counts all templates', async () => {
    upstream = await startDocumentedUpstream({ listPermissionTemplate: { ...success, data: [wire], total: 5 } });
    expect((await listTemplates(upstream.koodrive, { limit: 1 })).total).toBe(5);
    expect((await listTemplates(upstream.koodrive, { limit: 1, kind: 'custom' })).total).toBeUndefined();
  });
});

describe('deleting templates', () => {
  it('needs one call if the upstream accepts it, as in the documented example', async () => {
    upstream = await startDocumentedUpstream();
    expect(await deleteTemplates(upstream.koodrive, [id, '7'])).toEqual({
      items: [
        { id, status: 'done' },
        { id: '7', status: 'done' },
      ],
    });
    expect(upstream.requestsFor('batchDeletePermissionTemplate')).toHaveLength(1);
  });

  it('deletes each template in its own call if the upstream rejects all of them', async () => {
    upstream = await startDocumentedUpstream({
      batchDeletePermissionTemplate: ({ body }) =>
        body.toString().includes('7') ? { code: 13000309, msg: 'no' } : success,
    });
    expect(await deleteTemplates(upstream.koodrive, ['6', '7'])).toMatchObject({
      items: [
        { id: '6', status: 'done' },
        { id: '7', status: 'failed', problem: { code: 'not-found' } },
      ],
    });
  });
});

describe('capabilities', () => {
  it('are eleven flags, and are read from one object or from a list of it', () => {
    expect(new Set(Object.values(toCapabilityFlags([...capabilities]))).size).toBe(1);
    expect(Object.keys(toCapabilityFlags([]))).toHaveLength(11);
    for (const capability of capabilities) {
      expect(toCapabilities(toCapabilityFlags([capability]))).toEqual([capability]);
      expect(toCapabilities([toCapabilityFlags([capability])])).toEqual([capability]);
    }
    expect(toCapabilities(undefined)).toBeUndefined();
  });
});
