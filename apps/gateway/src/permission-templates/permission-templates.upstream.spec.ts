import { afterEach, describe, expect, it } from '@jest/globals';
import { type DocumentedUpstream, startDocumentedUpstream } from '../../../../test/support/documented-upstream.js';
import { capabilities, toCapabilities, toFlags } from '../upstream/capabilities.js';
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
  capabilities: toFlags(['list', 'copy']),
};
const template = {
  ...{ id, name: 'Reviewers', kind: 'custom', status: 'enabled', organizationId: '9', capabilities: ['list', 'copy'] },
};

describe('a permission template', () => {
  it.each([
    ['numbers and truth values', wire],
    ['texts', { ...wire, templateType: '1', status: '1' }],
  ])('is read from %s', async (_form, one) => {
    upstream = await startDocumentedUpstream({ batchGetPermissionTemplate: { ...success, data: [one] } });
    expect(await readTemplate(upstream.koodrive, id)).toEqual(template);
    expect(upstream.sent('batchGetPermissionTemplate')[0]?.body).toBe(`{"ids":[${id}]}`);
  });

  it('is not found where the answer holds none', async () => {
    upstream = await startDocumentedUpstream({ batchGetPermissionTemplate: { ...success, data: [] } });
    await expect(readTemplate(upstream.koodrive, id)).rejects.toMatchObject({ code: 'not-found' });
  });

  it('is found by its name after its making, which tells no id', async () => {
    upstream = await startDocumentedUpstream({
      createPermissionTemplate: success,
      getService: { ...success, data: { organizationId: '9' } },
      listPermissionTemplate: { ...success, total: 2, data: [{ ...wire, id: '7', name: 'Others' }, wire] },
    });
    expect(await createTemplate(upstream.koodrive, { name: 'Reviewers', capabilities: ['copy'] })).toEqual(template);
    expect(JSON.parse(upstream.sent('createPermissionTemplate')[0]?.body ?? '')).toEqual({
      ...{ name: 'Reviewers', type: 1, company: '9', capabilities: toFlags(['copy']) },
    });
    expect(upstream.sent('listPermissionTemplate')[0]?.query).toContain('orderByTime=0');
  });

  it('keeps its name where that is not to change, since the upstream wants it each time', async () => {
    upstream = await startDocumentedUpstream({
      batchGetPermissionTemplate: { ...success, data: [wire] },
      editPermissionTemplate: success,
    });
    await changeTemplate(upstream.koodrive, id, { description: 'New' });
    expect(upstream.sent('editPermissionTemplate')[0]?.body).toBe(
      `{"id":${id},"name":"Reviewers","description":"New"}`,
    );
    expect(upstream.sent('modifyPermissionTemplateStatus')).toEqual([]);
  });

  it('is in use or not, as the documented example says', async () => {
    upstream = await startDocumentedUpstream();
    expect(await readTemplateUsage(upstream.koodrive, id)).toEqual({ inUse: false });
  });
});

describe('the list of templates', () => {
  it('tells the total only where all are asked for: the upstream counts all of them', async () => {
    upstream = await startDocumentedUpstream({ listPermissionTemplate: { ...success, data: [wire], total: 5 } });
    expect((await listTemplates(upstream.koodrive, { limit: 1 })).total).toBe(5);
    expect((await listTemplates(upstream.koodrive, { limit: 1, kind: 'custom' })).total).toBeUndefined();
  });
});

describe('deleting templates', () => {
  it('is one call where the upstream takes it, as in the documented example', async () => {
    upstream = await startDocumentedUpstream();
    expect(await deleteTemplates(upstream.koodrive, [id, '7'])).toEqual({
      items: [
        { id, status: 'done' },
        { id: '7', status: 'done' },
      ],
    });
    expect(upstream.sent('batchDeletePermissionTemplate')).toHaveLength(1);
  });

  it('tries each alone where they are refused together', async () => {
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
  it('are eleven, and come back as they went, as one object or a list of it', () => {
    expect(new Set(Object.values(toFlags([...capabilities]))).size).toBe(1);
    expect(Object.keys(toFlags([]))).toHaveLength(11);
    for (const word of capabilities) {
      expect(toCapabilities(toFlags([word]))).toEqual([word]);
      expect(toCapabilities([toFlags([word])])).toEqual([word]);
    }
    expect(toCapabilities(undefined)).toBeUndefined();
  });
});
