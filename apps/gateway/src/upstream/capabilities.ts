import type { components } from '#koodrive';
import { invalidInput } from '#problem';

/** What somebody may do with files, in words. `edit` is said upstream not to be supported yet. */
export const capabilities = [
  'list',
  'preview',
  'download',
  'upload',
  'create',
  'rename',
  'copy',
  'move',
  'delete',
  'share',
  'edit',
] as const;
export type Capability = (typeof capabilities)[number];

type Flags = components['schemas']['Capabilities'];

const flagOf = {
  list: 'listChildNodePermission',
  preview: 'viewPermission',
  download: 'downloadPermission',
  upload: 'uploadPermission',
  create: 'addChildNodePermission',
  rename: 'renameFilePermission',
  copy: 'copyPermission',
  move: 'removeChildNodePermission',
  delete: 'deletePermission',
  share: 'shareFilePermission',
  edit: 'editPermission',
} as const satisfies Record<Capability, keyof Flags>;

/** All eleven flags, as the upstream wants them. */
export const toFlags = (granted: readonly Capability[]): Flags =>
  Object.fromEntries(capabilities.map((word) => [flagOf[word], granted.includes(word)])) as unknown as Flags;

/** The words of the flags that are set; of the first where a list is served (x-doc-conflict). */
export function toCapabilities(wire: Partial<Flags> | readonly Partial<Flags>[] | undefined): Capability[] | undefined {
  const flags = [wire].flat()[0] as Partial<Record<string, unknown>> | undefined;
  return flags && capabilities.filter((word) => String(flags[flagOf[word]]) === 'true');
}

/** Rights as callers give them: those of a template, or each by its name. */
export interface GivenRights {
  readonly templateId?: string | undefined;
  readonly capabilities?: readonly Capability[] | undefined;
}

/** Stands for capabilities that are of no template (facts/permissions.md). */
export const anonymousTemplate = '-1';

/** Rights as the upstream takes them beside a user. */
export const toGrant = ({ templateId = anonymousTemplate, capabilities: named }: GivenRights) => ({
  template: templateId,
  ...(named && { capabilities: toFlags(named) }),
});

/** @throws ProblemError invalid-input where both ways are used, or none */
export function requireOneWay({ templateId, capabilities: named }: GivenRights, pointer: string): void {
  if ((templateId === undefined) === (named === undefined)) {
    const message = { en: 'must hold templateId or capabilities, and not both', zh: '必须且只能提供其一' };
    throw invalidInput(`${pointer}/templateId`, message);
  }
}
