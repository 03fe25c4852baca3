import type { components } from '#koodrive';

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
