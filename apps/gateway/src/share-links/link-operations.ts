import type { BoundClient, Input, Item, OperationId, Output, Page, PagedInput, PageOptions } from '#koodrive';

/**
 * The seven calls behind a link. There are two sets of the same shape: for signed-in visitors, and for anybody, by
 * names that end in Public.
 */
export interface LinkOperations {
  /** Keeps apart what is remembered of the two. */
  readonly kind: 'signed-in' | 'public';
  visit(koodrive: BoundClient, input: Input<'visitShare'>): Promise<unknown>;
  info(koodrive: BoundClient, input: Input<'getShareInfo'>): Promise<Output<'getShareInfo'>>;
  verify(koodrive: BoundClient, input: Input<'verifyExtractCode'>): Promise<Output<'verifyExtractCode'>>;
  files(
    koodrive: BoundClient,
    input: PagedInput<'listShareFiles'>,
    page: PageOptions,
  ): Promise<Page<Item<'listShareFiles'>>>;
  download(koodrive: BoundClient, input: Input<'downloadShareFile'>): Promise<Output<'downloadShareFile'>>;
  start(koodrive: BoundClient, input: Input<'createBatchTask'>): Promise<Output<'createBatchTask'>>;
  task(koodrive: BoundClient, input: Input<'getBatchTask'>): Promise<Output<'getBatchTask'>>;
}

export const signedInOperations: LinkOperations = {
  kind: 'signed-in',
  visit: (koodrive, input) => koodrive.call('visitShare', input),
  info: (koodrive, input) => koodrive.call('getShareInfo', input),
  verify: (koodrive, input) => koodrive.call('verifyExtractCode', input),
  files: (koodrive, input, page) => koodrive.page('listShareFiles', input, page),
  download: (koodrive, input) => koodrive.call('downloadShareFile', input),
  start: (koodrive, input) => koodrive.call('createBatchTask', input),
  task: (koodrive, input) => koodrive.call('getBatchTask', input),
};

/** @param agentName what the calls want as X-Hw-Agentname */
export function publicOperations(agentName: string): LinkOperations {
  const agent = { 'X-Hw-Agentname': agentName };
  return {
    kind: 'public',
    visit: (koodrive, input) => koodrive.call('visitSharePublic', { ...input, ...agent }),
    info: (koodrive, input) => koodrive.call('getShareInfoPublic', { ...input, ...agent }),
    verify: (koodrive, input) => koodrive.call('verifyExtractCodePublic', { ...input, ...agent }),
    files: (koodrive, input, page) => koodrive.page('listShareFilesPublic', { ...input, ...agent }, page),
    download: (koodrive, input) => koodrive.call('downloadShareFilePublic', { ...input, ...agent }),
    start: (koodrive, input) => koodrive.call('createBatchTaskPublic', { ...input, ...agent }),
    task: (koodrive, input) => koodrive.call('getBatchTaskPublic', { ...input, ...agent }),
  };
}

/** The operations that each route may reach, for its declaration. */
export const reached = {
  read: ['visit', 'info'],
  unlock: ['visit', 'verify', 'info'],
  list: ['files'],
  download: ['info', 'download'],
  start: ['info', 'files', 'start', 'task'],
  job: ['info', 'task'],
} as const satisfies Record<string, readonly Exclude<keyof LinkOperations, 'kind'>[]>;

const names = {
  visit: 'visitShare',
  info: 'getShareInfo',
  verify: 'verifyExtractCode',
  files: 'listShareFiles',
  download: 'downloadShareFile',
  start: 'createBatchTask',
  task: 'getBatchTask',
} as const satisfies Record<Exclude<keyof LinkOperations, 'kind'>, OperationId>;

export const signedInNames = (route: keyof typeof reached): OperationId[] => reached[route].map((each) => names[each]);

export const publicNames = (route: keyof typeof reached): OperationId[] =>
  reached[route].map((each): OperationId => `${names[each]}Public`);
