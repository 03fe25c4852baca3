import { Refusal } from '../../operation.js';
import { only, everything, type Capabilities } from './capabilities.js';

export const TemplateType = { preset: 0, custom: 1 } as const;
export const TemplateStatus = { disabled: 0, enabled: 1 } as const;
/** Stands for rights that are given inline, by no template (facts/permissions.md). */
export const ANONYMOUS = '-1';

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

/** The presets that the user manual names. What Upload and View only allow is inferred from their names. */
const presets = [
  ['1243693141656108001', 'Manage', everything],
  ['1243693141656108002', 'View only', only('listChildNodePermission')],
  ['1243693141656108003', 'Upload', only('listChildNodePermission', 'addChildNodePermission', 'uploadPermission')],
  ['1243693141656108004', 'Download', only('listChildNodePermission', 'viewPermission', 'downloadPermission')],
] as const;
export const MANAGE = presets[0][0];
/** Cannot be granted on a single file. */
export const SPACE_ONLY: readonly string[] = presets.slice(0, 3).map(([id]) => id);

/** The templates of the tenant, presets first, oldest first. */
export class PermissionTemplates {
  private readonly byId = new Map<string, PermissionTemplate>();

  /** With the presets. */
  constructor(company: string, at: number) {
    for (const [id, name, capabilities] of presets) {
      const times = { createdAt: at, updatedAt: at };
      this.add({ id, name, description: name, company, capabilities, type: TemplateType.preset, status: 1, ...times });
    }
  }

  add(template: PermissionTemplate): void {
    this.byId.set(template.id, template);
  }

  list(): PermissionTemplate[] {
    return [...this.byId.values()];
  }

  /** Refuses with 13000309 when there is none. */
  get(id: string): PermissionTemplate {
    const template = this.byId.get(id);
    if (!template) throw new Refusal(13000309, `template ${id}`);
    return template;
  }

  /** Refuses with 13000102 what is no custom template: presets stay as they are (inferred). */
  custom(id: string): PermissionTemplate {
    const template = this.get(id);
    if (template.type !== TemplateType.custom) throw new Refusal(13000102, 'a preset template');
    return template;
  }

  remove(id: string): void {
    this.byId.delete(id);
  }
}
