import { errorCodes } from '../../contract/errors.js';
import { readBoolean, readString, readStrings, readNumber } from '../../json-input.js';
import { OperationError, type OperationHandlers, type OperationRequest } from '../../operation.js';
import type { Drive } from '../../state/drive.js';
import { parseCapabilities } from '../../state/permissions/capabilities.js';
import { TemplateStatus, TemplateType, type PermissionTemplate } from '../../state/permissions/permission-templates.js';
import { TenantRole } from '../../state/organization/users.js';
import { formatIsoTime } from '../formats.js';
import { slicePage } from '../input.js';

/** Letters and digits, up to 24, or up to 8 Chinese characters (the contract's x-rules). */
const templateNamePattern = /^([A-Za-z0-9 ]{1,24}|[\p{L}\p{N} ]{1,8})$/u;

/** Permission templates. The app may use all operations. A user that the app names must be a system administrator. */
export function permissionTemplateHandlers(drive: Drive): OperationHandlers {
  const { permissionTemplates, grants } = drive;
  return {
    createPermissionTemplate: (request) => {
      requireAdministrator(drive, request);
      createTemplate(drive, request.body);
      return {};
    },
    editPermissionTemplate: (request) => {
      requireAdministrator(drive, request);
      const { body } = request;
      const template = permissionTemplates.getCustom(String(body.id));
      template.name = requireValidName(drive, readString(body.name), template.id);
      template.description = readString(body.description) ?? template.description;
      if (body.capabilities !== undefined) template.capabilities = parseCapabilities(body.capabilities);
      template.updatedAt = drive.clock.now();
      return {};
    },
    modifyPermissionTemplateStatus: (request) => {
      requireAdministrator(drive, request);
      const template = permissionTemplates.get(String(request.body.id));
      template.status = readNumber(request.body.status) ?? TemplateStatus.enabled;
      template.updatedAt = drive.clock.now();
      return {};
    },
    batchDeletePermissionTemplate: (request) => {
      requireAdministrator(drive, request);
      const ids = readStrings(request.body.ids).map((id) => permissionTemplates.getCustom(id).id);
      // Inferred from queryPermissionTemplateRef, which tells whether a template is in use.
      if (ids.some((id) => grants.isTemplateInUse(id)))
        throw new OperationError(errorCodes.invalidParameter, 'a template in use');
      for (const id of ids) permissionTemplates.remove(id);
      return {};
    },
    batchGetPermissionTemplate: ({ body }) => ({
      data: readStrings(body.ids).map((id) => toTemplateInfo(permissionTemplates.get(id))),
    }),
    listPermissionTemplate: ({ query }) => listTemplates(drive, query),
    queryPermissionTemplateRef: ({ path }) => ({
      templateRef: grants.isTemplateInUse(permissionTemplates.get(path.id ?? '').id),
    }),
  };
}

/** @throws OperationError permissionDenied when the named user is not a system administrator (facts/permissions.md) */
function requireAdministrator(drive: Drive, { headers }: OperationRequest): void {
  const userId = readString(headers['x-user-id']);
  if (userId !== undefined && drive.users.find(userId)?.role !== TenantRole.systemAdministrator) {
    throw new OperationError(errorCodes.permissionDenied, 'for system administrators');
  }
}

function createTemplate(drive: Drive, body: Readonly<Record<string, unknown>>): void {
  const now = drive.clock.now();
  drive.permissionTemplates.add({
    id: drive.ids.nextNumericId(),
    name: requireValidName(drive, readString(body.name)),
    description: readString(body.description) ?? '',
    type: readNumber(body.type) ?? TemplateType.custom,
    company: String(body.company),
    status: TemplateStatus.enabled,
    capabilities: parseCapabilities(body.capabilities),
    createdAt: now,
    updatedAt: now,
  });
}

/** @throws OperationError invalidParameter for an invalid name, duplicateName for a used name (inferred) */
function requireValidName(drive: Drive, name = '', ownId?: string): string {
  if (!templateNamePattern.test(name)) throw new OperationError(errorCodes.invalidParameter, 'name');
  if (drive.permissionTemplates.list().some((other) => other.name === name && other.id !== ownId))
    throw new OperationError(errorCodes.duplicateName, name);
  return name;
}

function listTemplates(drive: Drive, query: Readonly<Record<string, string>>): Record<string, unknown> {
  const type = readNumber(query.templateType);
  const status = readNumber(query.status);
  const templates = drive.permissionTemplates.list().filter((template) => {
    const matches =
      (type === undefined || template.type === type) && (status === undefined || template.status === status);
    return matches && (query.id === undefined || template.id === query.id);
  });
  const newestFirst = (readNumber(query.orderByTime) ?? 0) === 0;
  const presetsFirst = readBoolean(query.preBefore) ?? true;
  const sorted = templates
    .map((template, index) => ({ template, index }))
    .sort((a, b) => {
      const byType = (a.template.type - b.template.type) * (presetsFirst ? 1 : -1);
      const byTime = a.template.createdAt - b.template.createdAt || a.index - b.index;
      return byType || (newestFirst ? -byTime : byTime);
    });
  return { data: slicePage(sorted, query).map(({ template }) => toTemplateInfo(template)), total: templates.length };
}

function toTemplateInfo(template: PermissionTemplate): Record<string, unknown> {
  const { id, name, description, type, status, company, createdAt, updatedAt, capabilities } = template;
  return {
    id,
    name,
    description,
    templateType: type,
    status,
    company,
    capabilities,
    createTime: formatIsoTime(createdAt),
    updateTime: formatIsoTime(updatedAt),
  };
}
