import { Refusal, type Handlers, type OperationRequest } from '../../operation.js';
import type { Drive } from '../../state/drive.js';
import { capabilitiesIn } from '../../state/permissions/capabilities.js';
import { TemplateStatus, TemplateType, type PermissionTemplate } from '../../state/permissions/permission-templates.js';
import { Role } from '../../state/organization/users.js';
import { isoTime } from '../formats.js';
import { flag, slice, text, texts, whole } from '../input.js';

/** Letters and digits, up to 24, or up to 8 Chinese characters (the contract's x-rules). */
const NAME = /^([A-Za-z0-9 ]{1,24}|[\p{L}\p{N} ]{1,8})$/u;

/** Permission templates. The app may all; a user whom the app names must be a system administrator. */
export function permissionTemplateHandlers(drive: Drive): Handlers {
  const { templates, grants } = drive;
  return {
    createPermissionTemplate: (request) => {
      requireAdministrator(drive, request);
      create(drive, request.body);
      return {};
    },
    editPermissionTemplate: (request) => {
      requireAdministrator(drive, request);
      const { body } = request;
      const template = templates.custom(String(body.id));
      template.name = checkedName(drive, text(body.name), template.id);
      template.description = text(body.description) ?? template.description;
      if (body.capabilities !== undefined) template.capabilities = capabilitiesIn(body.capabilities);
      template.updatedAt = drive.clock.now();
      return {};
    },
    modifyPermissionTemplateStatus: (request) => {
      requireAdministrator(drive, request);
      const template = templates.get(String(request.body.id));
      template.status = whole(request.body.status) ?? TemplateStatus.enabled;
      template.updatedAt = drive.clock.now();
      return {};
    },
    batchDeletePermissionTemplate: (request) => {
      requireAdministrator(drive, request);
      const ids = texts(request.body.ids).map((id) => templates.custom(id).id);
      // Inferred: why else would a page ask whether a template is in use.
      if (ids.some((id) => grants.uses(id))) throw new Refusal(13000102, 'a template in use');
      for (const id of ids) templates.remove(id);
      return {};
    },
    batchGetPermissionTemplate: ({ body }) => ({
      data: texts(body.ids).map((id) => templateInfo(templates.get(id))),
    }),
    listPermissionTemplate: ({ query }) => list(drive, query),
    queryPermissionTemplateRef: ({ path }) => ({ templateRef: grants.uses(templates.get(path.id ?? '').id) }),
  };
}

/** Refuses with 13000410 where a user is named who is no system administrator (facts/permissions.md). */
export function requireAdministrator(drive: Drive, { headers }: OperationRequest): void {
  const userId = text(headers['x-user-id']);
  if (userId !== undefined && drive.users.find(userId)?.role !== Role.systemAdministrator) {
    throw new Refusal(13000410, 'for system administrators');
  }
}

function create(drive: Drive, body: Readonly<Record<string, unknown>>): void {
  const now = drive.clock.now();
  drive.templates.add({
    ...{ id: drive.ids.number(), name: checkedName(drive, text(body.name)), description: text(body.description) ?? '' },
    ...{ type: whole(body.type) ?? TemplateType.custom, company: String(body.company), status: TemplateStatus.enabled },
    ...{ capabilities: capabilitiesIn(body.capabilities), createdAt: now, updatedAt: now },
  });
}

/** Refuses with 13000102 a wrong name, and with 13000405 one that is taken (inferred). */
function checkedName(drive: Drive, name = '', own?: string): string {
  if (!NAME.test(name)) throw new Refusal(13000102, 'name');
  if (drive.templates.list().some((other) => other.name === name && other.id !== own))
    throw new Refusal(13000405, name);
  return name;
}

function list(drive: Drive, query: Readonly<Record<string, string>>): Record<string, unknown> {
  const kind = whole(query.templateType);
  const status = whole(query.status);
  const wanted = drive.templates.list().filter((template) => {
    const fits = (kind === undefined || template.type === kind) && (status === undefined || template.status === status);
    return fits && (query.id === undefined || template.id === query.id);
  });
  const newest = (whole(query.orderByTime) ?? 0) === 0;
  const presetsFirst = flag(query.preBefore) ?? true;
  const inOrder = wanted
    .map((template, place) => ({ template, place }))
    .sort((a, b) => {
      const kinds = (a.template.type - b.template.type) * (presetsFirst ? 1 : -1);
      const times = a.template.createdAt - b.template.createdAt || a.place - b.place;
      return kinds || (newest ? -times : times);
    });
  return { data: slice(inOrder, query).map(({ template }) => templateInfo(template)), total: wanted.length };
}

function templateInfo(template: PermissionTemplate): Record<string, unknown> {
  const { id, name, description, type, status, company, createdAt, updatedAt, capabilities } = template;
  return {
    ...{ id, name, description, templateType: type, status, company, capabilities },
    ...{ createTime: isoTime(createdAt), updateTime: isoTime(updatedAt) },
  };
}
