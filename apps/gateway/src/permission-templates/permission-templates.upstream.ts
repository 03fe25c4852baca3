import {
  type BoundClient,
  countRemovedEntries,
  parseId,
  type PagedItem,
  KooDriveError,
  parseTimestamp,
} from '#koodrive';
import { type ProblemDocument, ProblemError } from '#problem';
import { type BulkResult, createBulkResult } from '../http/response/bulk-result.js';
import { toPartialFailure } from '../http/problems/koodrive-problems.js';
import type { Page } from '../http/input/page.js';
import { createCodeReader } from '../upstream/code-reader.js';
import { mapPage, withoutTotal } from '../upstream/map-entries.js';
import { required, requiredFrom, requiredId, requiredText } from '../upstream/required.js';
import { toCapabilities, toCapabilityFlags } from '../upstream/capabilities.js';
import {
  type ChangeTemplateBody,
  type CreateTemplateBody,
  type ListTemplatesQuery,
  type PermissionTemplate,
  type TemplateKind,
  type TemplateStatus,
  type TemplateUsage,
} from './permission-templates.dto.js';

const kindCodes = { preset: 0, custom: 1 } as const satisfies Record<TemplateKind, number>;
const statusCodes = { disabled: 0, enabled: 1 } as const satisfies Record<TemplateStatus, number>;
const toTemplateKind = createCodeReader(kindCodes);
const toTemplateStatus = createCodeReader(statusCodes);
const sortOrderCodes: Readonly<Record<string, 0 | 1>> = { '-createdAt': 0, createdAt: 1 };

const toTemplate = (wire: PagedItem<'listPermissionTemplate'>): PermissionTemplate => ({
  id: requiredId(wire, 'id'),
  name: requiredText(wire, 'name'),
  description: wire.description || undefined,
  kind: toTemplateKind(wire.templateType),
  status: toTemplateStatus(wire.status),
  organizationId: parseId(wire.company),
  capabilities: toCapabilities(wire.capabilities),
  createdAt: parseTimestamp(wire.createTime),
  modifiedAt: parseTimestamp(wire.updateTime),
});

/** The upstream's total counts all templates, so it is returned only for a list without filters. */
export async function listTemplates(
  koodrive: BoundClient,
  { kind, status, sort, limit, cursor }: ListTemplatesQuery,
): Promise<Page<PermissionTemplate>> {
  const page = await koodrive.fetchPage(
    'listPermissionTemplate',
    {
      templateType: kind && kindCodes[kind],
      status: status && statusCodes[status],
      orderByTime: sort ? sortOrderCodes[sort] : undefined,
    },
    { limit, cursor },
  );
  const templates = mapPage(page, toTemplate);
  return kind || status ? withoutTotal(templates) : templates;
}

/** @throws ProblemError not-found if the response does not have the template */
export async function readTemplate(koodrive: BoundClient, templateId: string): Promise<PermissionTemplate> {
  const templates = await koodrive.call('batchGetPermissionTemplate', { ids: [templateId] });
  const wire = templates.find(({ id }) => parseId(id) === templateId);
  const unreadable = templates.find(({ id }) => parseId(id) === undefined);
  if (!wire && unreadable) return toTemplate(unreadable);
  if (!wire && countRemovedEntries(templates) > 0)
    requiredFrom('batchGetPermissionTemplate', undefined, 'a readable list');
  if (!wire) throw new ProblemError('not-found');
  return toTemplate(wire);
}

/** A new template is searched among this many of the newest. */
const maxNewestTemplates = 100;

/** The upstream does not return the id of the new template, so the newest templates are searched for its name. */
export async function createTemplate(koodrive: BoundClient, body: CreateTemplateBody): Promise<PermissionTemplate> {
  const { name, description, capabilities } = body;
  const company = body.organizationId ?? (await readOwnOrganizationId(koodrive));
  await koodrive.call('createPermissionTemplate', {
    name,
    description,
    type: kindCodes.custom,
    company,
    capabilities: toCapabilityFlags(capabilities),
  });
  const newest = await listTemplates(koodrive, { kind: 'custom', sort: '-createdAt', limit: maxNewestTemplates });
  const created = newest.items.find((template) => template.name === name);
  return requiredFrom('listPermissionTemplate', created, 'a list with the new template');
}

const readOwnOrganizationId = async (koodrive: BoundClient): Promise<string> =>
  requiredId(await koodrive.call('getService', {}), 'organizationId');

/** The upstream requires the name with every change, and has a separate call for the status. */
export async function changeTemplate(
  koodrive: BoundClient,
  templateId: string,
  { name, description, capabilities, status }: ChangeTemplateBody,
): Promise<PermissionTemplate> {
  const changesTemplate = name !== undefined || description !== undefined || capabilities !== undefined;
  if (changesTemplate) {
    await koodrive
      .call('editPermissionTemplate', {
        id: templateId,
        name: name ?? (await readTemplate(koodrive, templateId)).name,
        description,
        capabilities: capabilities && toCapabilityFlags(capabilities),
      })
      .catch(async (error: unknown) => {
        throw await explainRejection(koodrive, templateId, error);
      });
  }
  if (status) await koodrive.call('modifyPermissionTemplateStatus', { id: templateId, status: statusCodes[status] });
  return readTemplate(koodrive, templateId);
}

const deleteInOneCall = async (koodrive: BoundClient, ids: string[]): Promise<void> => {
  await koodrive.call('batchDeletePermissionTemplate', { ids });
};

export const deleteTemplate = (koodrive: BoundClient, templateId: string): Promise<void> =>
  deleteInOneCall(koodrive, [templateId]).catch(async (error: unknown) => {
    throw await explainRejection(koodrive, templateId, error);
  });

/** The upstream rejects a change of a preset like any wrong parameter. @returns the error, or the problem of a preset */
async function explainRejection(koodrive: BoundClient, templateId: string, error: unknown): Promise<unknown> {
  if (!(error instanceof KooDriveError)) return error;
  const template = await readTemplate(koodrive, templateId).catch(() => undefined);
  if (template?.kind !== 'preset') return error;
  const { operation, code } = error;
  return new ProblemError('preset-template', { cause: error, upstream: { operation, code } });
}

/**
 * One result for each template. The upstream deletes several templates in one call, but rejects all of them without
 * naming the one that is wrong. After a rejection, each template is deleted in its own call.
 */
export async function deleteTemplates(koodrive: BoundClient, ids: string[]): Promise<BulkResult> {
  const failed = new Map<string, ProblemDocument>();
  const tryDelete = async (batch: string[]): Promise<unknown> =>
    deleteInOneCall(koodrive, batch).catch(asKooDriveError);
  const rejection = await tryDelete(ids);
  if (!rejection) return createBulkResult(ids, failed);
  for (const id of ids) {
    const error = ids.length === 1 ? rejection : await tryDelete([id]);
    if (error) failed.set(id, toPartialFailure(await explainRejection(koodrive, id, error)));
  }
  return createBulkResult(ids, failed);
}

/** An error response of the upstream concerns one template. Any other failure ends the request. */
function asKooDriveError(error: unknown): KooDriveError {
  if (error instanceof KooDriveError) return error;
  throw error;
}

export async function readTemplateUsage(koodrive: BoundClient, templateId: string): Promise<TemplateUsage> {
  const wire = await koodrive.call('queryPermissionTemplateRef', { id: templateId });
  return { inUse: required(wire.templateRef, wire, 'templateRef', 'true or false') };
}
