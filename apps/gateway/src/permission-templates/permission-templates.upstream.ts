import { type BoundClient, id, type Item, KooDriveError, moment } from '#koodrive';
import { type ProblemDocument, ProblemError } from '#problem';
import { type BatchResult, batchResult } from '../http/answer/entry-result.js';
import { partProblem } from '../http/problems/koodrive-problems.js';
import type { Page } from '../http/input/page.js';
import { demand, demandList, demandText } from '../upstream/demand.js';
import { toCapabilities, toFlags } from '../upstream/capabilities.js';
import {
  type ChangeTemplateBody,
  type CreateTemplateBody,
  type ListTemplatesQuery,
  type PermissionTemplate,
  type TemplateKind,
  templateKinds,
  type TemplateStatus,
  templateStatuses,
  type TemplateUsage,
} from './permission-templates.dto.js';

const kindCodes = { preset: 0, custom: 1 } as const satisfies Record<TemplateKind, number>;
const statusCodes = { disabled: 0, enabled: 1 } as const satisfies Record<TemplateStatus, number>;
const orders: Readonly<Record<string, 0 | 1>> = { '-createdAt': 0, createdAt: 1 };

export const toTemplate = (wire: Item<'listPermissionTemplate'>): PermissionTemplate => ({
  id: demand(id(wire.id)),
  name: demandText(wire.name),
  description: wire.description || undefined,
  kind: templateKinds.find((word) => String(kindCodes[word]) === String(wire.templateType)),
  status: templateStatuses.find((word) => String(statusCodes[word]) === String(wire.status)),
  organizationId: id(wire.company),
  capabilities: toCapabilities(wire.capabilities),
  createdAt: moment(wire.createTime),
  modifiedAt: moment(wire.updateTime),
});

/** The upstream's total is of all templates, whatever is asked for: it is told where all are asked for. */
export async function listTemplates(
  koodrive: BoundClient,
  { kind, status, sort, limit, cursor }: ListTemplatesQuery,
): Promise<Page<PermissionTemplate>> {
  const order = orders[sort ?? ''];
  const { items, nextCursor, total } = await koodrive.page(
    'listPermissionTemplate',
    {
      ...(kind && { templateType: kindCodes[kind] }),
      ...(status && { status: statusCodes[status] }),
      ...(order !== undefined && { orderByTime: order }),
    },
    { limit, ...(cursor && { cursor }) },
  );
  return {
    items: items.map(toTemplate),
    nextCursor,
    ...(total !== undefined && !kind && !status && { total }),
  };
}

/** @throws ProblemError not-found where the answer is empty */
export async function readTemplate(koodrive: BoundClient, templateId: string): Promise<PermissionTemplate> {
  const found = await koodrive.call('batchGetPermissionTemplate', { ids: [templateId] });
  const wire = demandList(found).find((each) => id(each.id) === templateId);
  if (!wire) throw new ProblemError('not-found');
  return toTemplate(wire);
}

/** The upstream does not tell the id of what it made: it is among the newest, under its name. */
export async function createTemplate(koodrive: BoundClient, body: CreateTemplateBody): Promise<PermissionTemplate> {
  const { name, description, capabilities } = body;
  const company = body.organizationId ?? (await ownOrganization(koodrive));
  await koodrive.call('createPermissionTemplate', {
    name,
    ...(description && { description }),
    type: kindCodes.custom,
    company,
    capabilities: toFlags(capabilities),
  });
  const newest = await listTemplates(koodrive, { kind: 'custom', sort: '-createdAt', limit: 100 });
  return demand(newest.items.find((template) => template.name === name));
}

const ownOrganization = async (koodrive: BoundClient): Promise<string> =>
  demand(id((await koodrive.call('getService', {})).organizationId));

/** The upstream wants the name with every change, and has a call of its own for the status. */
export async function changeTemplate(
  koodrive: BoundClient,
  templateId: string,
  { name, description, capabilities, status }: ChangeTemplateBody,
): Promise<PermissionTemplate> {
  const edited = name !== undefined || description !== undefined || capabilities !== undefined;
  if (edited) {
    await koodrive.call('editPermissionTemplate', {
      id: templateId,
      name: name ?? (await readTemplate(koodrive, templateId)).name,
      ...(description && { description }),
      ...(capabilities && { capabilities: toFlags(capabilities) }),
    });
  }
  if (status) await koodrive.call('modifyPermissionTemplateStatus', { id: templateId, status: statusCodes[status] });
  return readTemplate(koodrive, templateId);
}

const deleteAll = async (koodrive: BoundClient, ids: string[]): Promise<void> => {
  await koodrive.call('batchDeletePermissionTemplate', { ids });
};

export const deleteTemplate = (koodrive: BoundClient, templateId: string): Promise<void> =>
  deleteAll(koodrive, [templateId]);

/**
 * One result for each. The upstream takes several and refuses them as one, without saying which it meant: then each is
 * tried alone.
 */
export async function deleteTemplates(koodrive: BoundClient, ids: string[]): Promise<BatchResult> {
  const failed = new Map<string, ProblemDocument>();
  const attempt = async (some: string[]): Promise<unknown> => deleteAll(koodrive, some).catch(refusal);
  const refused = await attempt(ids);
  if (refused && ids.length === 1) failed.set(ids[0] ?? '', partProblem(refused));
  if (refused && ids.length > 1) {
    for (const each of ids) {
      const problem = await attempt([each]);
      if (problem) failed.set(each, partProblem(problem));
    }
  }
  return batchResult(ids, failed);
}

/** What the upstream refused; any other failure is of the whole call. */
function refusal(error: unknown): KooDriveError {
  if (error instanceof KooDriveError) return error;
  throw error;
}

export const readTemplateUsage = async (koodrive: BoundClient, templateId: string): Promise<TemplateUsage> => ({
  inUse: String((await koodrive.call('queryPermissionTemplateRef', { id: templateId })).templateRef) === 'true',
});
