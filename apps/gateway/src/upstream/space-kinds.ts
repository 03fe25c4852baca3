import { createCodeReader } from './code-reader.js';
export const spaceKinds = ['individual', 'department', 'group'] as const;
export type SpaceKind = (typeof spaceKinds)[number];

/**
 * The codes of the space operations (facts/spaces.md, "Kinds of space"). The permission operations have other codes.
 */
export const upstreamSpaceKindCodes = { department: 0, individual: 1, group: 2 } as const satisfies Record<
  SpaceKind,
  number
>;

/** The kind for an upstream code. Some operations return the code as a number, others as a string. */
export const toSpaceKind = createCodeReader(upstreamSpaceKindCodes);
