import { readObject } from '../../json-input.js';

/** The eleven capabilities of the contract's MemberCapabilities. */
const capabilityNames = [
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

export const createCapabilities = (...granted: readonly Capability[]): Capabilities =>
  Object.fromEntries(capabilityNames.map((name) => [name, granted.includes(name)])) as Record<Capability, boolean>;

export const allCapabilities = createCapabilities(...capabilityNames);

/** The capabilities that are `true` in a body. */
export function parseCapabilities(value: unknown): Capabilities {
  const flags = readObject(value);
  return createCapabilities(...capabilityNames.filter((name) => flags[name] === true));
}
