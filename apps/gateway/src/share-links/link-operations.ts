import type {
  BoundClient,
  OperationInput,
  PagedItem,
  OperationId,
  OperationOutput,
  UpstreamPage,
  PagedInput,
  PageOptions,
} from '#koodrive';

/**
 * The seven upstream operations for links. There are two sets with the same inputs and outputs: for signed-in visitors,
 * and for visitors without sign-in, with operation ids that end in Public.
 */
export interface LinkOperations {
  /** Separates the stored unlock tokens and views of the two sets. */
  readonly kind: 'signed-in' | 'public';
  visit(koodrive: BoundClient, input: OperationInput<'visitShare'>): Promise<unknown>;
  readInfo(koodrive: BoundClient, input: OperationInput<'getShareInfo'>): Promise<OperationOutput<'getShareInfo'>>;
  verifyAccessCode(
    koodrive: BoundClient,
    input: OperationInput<'verifyExtractCode'>,
  ): Promise<OperationOutput<'verifyExtractCode'>>;
  listFiles(
    koodrive: BoundClient,
    input: PagedInput<'listShareFiles'>,
    page: PageOptions,
  ): Promise<UpstreamPage<PagedItem<'listShareFiles'>>>;
  download(
    koodrive: BoundClient,
    input: OperationInput<'downloadShareFile'>,
  ): Promise<OperationOutput<'downloadShareFile'>>;
  startTask(
    koodrive: BoundClient,
    input: OperationInput<'createBatchTask'>,
  ): Promise<OperationOutput<'createBatchTask'>>;
  readTask(koodrive: BoundClient, input: OperationInput<'getBatchTask'>): Promise<OperationOutput<'getBatchTask'>>;
}

export const signedInOperations: LinkOperations = {
  kind: 'signed-in',
  visit: (koodrive, input) => koodrive.call('visitShare', input),
  readInfo: (koodrive, input) => koodrive.call('getShareInfo', input),
  verifyAccessCode: (koodrive, input) => koodrive.call('verifyExtractCode', input),
  listFiles: (koodrive, input, page) => koodrive.fetchPage('listShareFiles', input, page),
  download: (koodrive, input) => koodrive.call('downloadShareFile', input),
  startTask: (koodrive, input) => koodrive.call('createBatchTask', input),
  readTask: (koodrive, input) => koodrive.call('getBatchTask', input),
};

/** @param agentName the value of the header X-Hw-Agentname, which all public operations require */
export function publicOperations(agentName: string): LinkOperations {
  const agentHeader = { 'X-Hw-Agentname': agentName };
  return {
    kind: 'public',
    visit: (koodrive, input) => koodrive.call('visitSharePublic', { ...input, ...agentHeader }),
    readInfo: (koodrive, input) => koodrive.call('getShareInfoPublic', { ...input, ...agentHeader }),
    verifyAccessCode: (koodrive, input) => koodrive.call('verifyExtractCodePublic', { ...input, ...agentHeader }),
    listFiles: (koodrive, input, page) =>
      koodrive.fetchPage('listShareFilesPublic', { ...input, ...agentHeader }, page),
    download: (koodrive, input) => koodrive.call('downloadShareFilePublic', { ...input, ...agentHeader }),
    startTask: (koodrive, input) => koodrive.call('createBatchTaskPublic', { ...input, ...agentHeader }),
    readTask: (koodrive, input) => koodrive.call('getBatchTaskPublic', { ...input, ...agentHeader }),
  };
}

/** The operations that each route may call, for the declaration of the route. */
const operationsByRoute = {
  read: ['visit', 'readInfo'],
  unlock: ['visit', 'verifyAccessCode', 'readInfo'],
  list: ['listFiles', 'readInfo', 'download'],
  download: ['readInfo', 'download'],
  start: ['readInfo', 'listFiles', 'startTask', 'readTask'],
  job: ['readInfo', 'readTask'],
} as const satisfies Record<string, readonly Exclude<keyof LinkOperations, 'kind'>[]>;

const operationIds = {
  visit: 'visitShare',
  readInfo: 'getShareInfo',
  verifyAccessCode: 'verifyExtractCode',
  listFiles: 'listShareFiles',
  download: 'downloadShareFile',
  startTask: 'createBatchTask',
  readTask: 'getBatchTask',
} as const satisfies Record<Exclude<keyof LinkOperations, 'kind'>, OperationId>;

export const signedInOperationIds = (route: keyof typeof operationsByRoute): OperationId[] =>
  operationsByRoute[route].map((operation) => operationIds[operation]);

export const publicOperationIds = (route: keyof typeof operationsByRoute): OperationId[] =>
  operationsByRoute[route].map((operation): OperationId => `${operationIds[operation]}Public`);
