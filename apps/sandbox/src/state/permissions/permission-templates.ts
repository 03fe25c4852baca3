import { errorCodes } from '../../contract/errors.js';
import { OperationError } from '../../operation.js';
import { allCapabilities, createCapabilities, type Capabilities } from './capabilities.js';

export const TemplateType = { preset: 0, custom: 1 } as const;
export const TemplateStatus = { disabled: 0, enabled: 1 } as const;
/** Template id of a grant whose capabilities are given inline (facts/permissions.md). */
export const inlineTemplateId = '-1';

export interface PermissionTemplate {
  readonly id: string;
  name: string;
  description: string;
  readonly type: number;
  readonly company: string;
  status: number;
  capabilities: Capabilities;
  readonly createdAt: number;
  updatedAt: number;
}

/** The presets of the user manual. The capabilities of Upload and View only are inferred from their names. */
const presetTemplates = [
  ['1243693141656108001', 'Manage', allCapabilities],
  ['1243693141656108002', 'View only', createCapabilities('listChildNodePermission')],
  [
    '1243693141656108003',
    'Upload',
    createCapabilities('listChildNodePermission', 'addChildNodePermission', 'uploadPermission'),
  ],
  [
    '1243693141656108004',
    'Download',
    createCapabilities('listChildNodePermission', 'viewPermission', 'downloadPermission'),
  ],
] as const;
export const manageTemplateId = presetTemplates[0][0];
/** Templates that cannot be granted on a single file (facts/permissions.md). */
export const spaceOnlyTemplateIds: readonly string[] = presetTemplates.slice(0, 3).map(([id]) => id);

/** The templates of the tenant: first the presets, then the custom templates, oldest first. */
export class PermissionTemplates {
  private readonly byId = new Map<string, PermissionTemplate>();

  /** Adds the presets. */
  constructor(company: string, createdAt: number) {
    for (const [id, name, capabilities] of presetTemplates) {
      this.add({
        id,
        name,
        description: name,
        type: TemplateType.preset,
        company,
        status: TemplateStatus.enabled,
        capabilities,
        createdAt,
        updatedAt: createdAt,
      });
    }
  }

  add(template: PermissionTemplate): void {
    this.byId.set(template.id, template);
  }

  list(): PermissionTemplate[] {
    return [...this.byId.values()];
  }

  /** @throws OperationError notFound (no such template) */
  get(id: string): PermissionTemplate {
    const template = this.byId.get(id);
    if (!template) throw new OperationError(errorCodes.notFound, `template ${id}`);
    return template;
  }

  /**
   * @throws OperationError notFound (no such template) or invalidParameter (a preset, which cannot be changed;
   *   inferred)
   */
  getCustom(id: string): PermissionTemplate {
    const template = this.get(id);
    if (template.type !== TemplateType.custom)
      throw new OperationError(errorCodes.invalidParameter, 'a preset template');
    return template;
  }

  remove(id: string): void {
    this.byId.delete(id);
  }
}
