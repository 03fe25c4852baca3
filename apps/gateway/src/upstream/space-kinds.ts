export const spaceKinds = ['individual', 'department', 'group'] as const;
export type SpaceKind = (typeof spaceKinds)[number];

/** The numbering of the space pages (facts/spaces.md, "Kinds of space"); the permission pages have another. */
export const spaceKindCodes = { department: 0, individual: 1, group: 2 } as const satisfies Record<SpaceKind, number>;

/** The word of a number, printed as a number on some pages and as text on others. */
export const toSpaceKind = (code: unknown): SpaceKind | undefined =>
  spaceKinds.find((kind) => String(spaceKindCodes[kind]) === String(code));
