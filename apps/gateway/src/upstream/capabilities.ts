import { type components, isUnreadable } from '#koodrive';
import { createInvalidInputProblem } from '#problem';

/** What a user may do with files. The upstream documents `edit` as not supported yet. */
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

type CapabilityFlags = components['schemas']['Capabilities'];

const flagByCapability = {
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
} as const satisfies Record<Capability, keyof CapabilityFlags>;

/** All eleven flags: the upstream requires every one of them. */
export const toCapabilityFlags = (granted: readonly Capability[]): CapabilityFlags =>
  Object.fromEntries(
    capabilities.map((capability) => [flagByCapability[capability], granted.includes(capability)]),
  ) as unknown as CapabilityFlags;

/** The capabilities whose flags are set; undefined if a flag cannot be read. Where the upstream returns a list, its first entry counts (x-doc-conflict). */
export function toCapabilities(
  upstreamFlags: Partial<CapabilityFlags> | readonly Partial<CapabilityFlags>[] | undefined,
): Capability[] | undefined {
  const flags = [upstreamFlags].flat()[0] as Partial<Record<string, unknown>> | undefined;
  if (!flags || capabilities.some((capability) => isUnreadable(flags, flagByCapability[capability]))) return undefined;
  return capabilities.filter((capability) => String(flags[flagByCapability[capability]]) === 'true');
}

/** A grant in a caller's input: the capabilities of a template, or a list of capabilities. */
export interface GrantInput {
  readonly templateId?: string;
  readonly capabilities?: readonly Capability[];
}

/** Stands for a list of capabilities without a template (facts/permissions.md). */
export const anonymousTemplateId = '-1';

/** The members by which the upstream takes a grant, beside those that name the user. */
export const toUpstreamGrant = ({ templateId = anonymousTemplateId, capabilities: granted }: GrantInput) => ({
  template: templateId,
  capabilities: granted && toCapabilityFlags(granted),
});

/** @throws ProblemError invalid-input unless exactly one of `templateId` and `capabilities` is given */
export function requireTemplateOrCapabilities(
  { templateId, capabilities: granted }: GrantInput,
  pointer: string,
): void {
  if ((templateId === undefined) === (granted === undefined)) {
    const message = { en: 'must hold templateId or capabilities, and not both', zh: '必须且只能提供其一' };
    throw createInvalidInputProblem(`${pointer}/templateId`, message);
  }
}
