import { members } from '../../operations/input.js';

/** The eleven rights of the contract's MemberCapabilities. */
export const capabilityNames = [
  'addChildNodePermission',
  'copyPermission',
  'deletePermission',
  'downloadPermission',
  'editPermission',
  'listChildNodePermission',
  'removeChildNodePermission',
  'renameFilePermission',
  'shareFilePermission',
  'uploadPermission',
  'viewPermission',
] as const;
export type Capability = (typeof capabilityNames)[number];
export type Capabilities = Readonly<Record<Capability, boolean>>;

export const only = (...granted: readonly Capability[]): Capabilities =>
  Object.fromEntries(capabilityNames.map((name) => [name, granted.includes(name)])) as Record<Capability, boolean>;

export const everything = only(...capabilityNames);

export function capabilitiesIn(value: unknown): Capabilities {
  const given = members(value);
  return only(...capabilityNames.filter((name) => given[name] === true));
}
