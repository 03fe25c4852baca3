import { Matches } from 'class-validator';
import { Bytes, Id, Ids, ListOf, Moment, Part, Text, Whole, Word } from '../http/input/fields.js';
import { Expand, FailedExpansion } from '../http/answer/expansion.js';
import { type Page, pageOf, pageQueryOf, projectionOf } from '../http/input/page.js';

export const shareScopes = ['organization', 'selected', 'external'] as const;
export type ShareScope = (typeof shareScopes)[number];
export const shareStates = ['active', 'expired', 'files-deleted', 'invalid'] as const;
export type ShareState = (typeof shareStates)[number];

const scopeDescription =
  'Who may open it: everybody in the organization, selected receivers, or (where KooDrive allows it) anybody.';
const stateDescription = 'invalid: the one who shared it, or the space, is disabled or gone.';

/** A user, department or group. */
export class Receiver {
  @Id()
  id!: string;

  @Text({ max: 250, optional: true })
  name?: string | undefined;
}

/** A file or folder at the top of a share. */
export class SharedFile {
  @Id()
  id!: string;

  @Word(['file', 'folder'])
  kind!: 'file' | 'folder';

  @Text({ max: 250 })
  name!: string;

  @Text({ max: 255, optional: true })
  mediaType?: string | undefined;

  @Bytes({ optional: true, description: 'Folders have none.' })
  size?: number | undefined;

  @Id({ optional: true, description: 'The space it is in.' })
  spaceId?: string | undefined;

  @Id({ optional: true, description: 'The folder it is in.' })
  parentId?: string | undefined;

  @Moment({ optional: true })
  modifiedAt?: string | undefined;
}

/** What both sides know of a share. */
class AnyShare {
  @Id({ example: '1689759841444195840' })
  id!: string;

  @Id({ optional: true, example: '1689743054514187777', description: 'Names its link: `/v1/share-links/{code}`.' })
  code?: string | undefined;

  @Text({ max: 4096, optional: true, description: "Page of the link in KooDrive's own web client." })
  url?: string | undefined;

  @Text({ max: 1024, optional: true, description: 'Of one file its name; of several the first and a suffix.' })
  name?: string | undefined;

  @Word(shareStates, { description: stateDescription })
  status!: ShareState;

  @Word(shareScopes, { optional: true, description: scopeDescription })
  scope?: ShareScope | undefined;

  @Text({ min: 0, max: 511, optional: true, description: 'Message to the receivers.' })
  comment?: string | undefined;

  @Id({ optional: true, description: 'The space its files are in; lists only.' })
  spaceId?: string | undefined;

  @ListOf(() => SharedFile, { optional: true, description: 'Lists only; behind the link there is all of it.' })
  files?: SharedFile[] | undefined;

  @Whole({ min: 0, optional: true, description: 'How often it was looked at; lists only.' })
  viewCount?: number | undefined;

  @Moment({ optional: true })
  createdAt?: string | undefined;

  @Moment({ optional: true })
  expiresAt?: string | undefined;
}

/** Files that you share. */
export class Share extends AnyShare {
  @Text({ max: 64, optional: true, description: 'Access code that the link asks for; not in lists.' })
  extractCode?: string | undefined;

  @ListOf(() => Receiver, { optional: true, description: 'With `selected`; not in lists.' })
  users?: Receiver[] | undefined;

  @ListOf(() => Receiver, { optional: true, description: 'With `selected`; not in lists.' })
  departments?: Receiver[] | undefined;

  @ListOf(() => Receiver, { optional: true, description: 'With `selected`; not in lists.' })
  groups?: Receiver[] | undefined;
}

/** Files that somebody shares with you by name. */
export class ReceivedShare extends AnyShare {
  @Part(() => Receiver, { optional: true })
  sharedBy?: Receiver | undefined;
}

export class ShareParams {
  @Id({ description: 'The share.' })
  shareId!: string;
}

const sortKeys = ['createdAt'];

export class ListSharesQuery extends pageQueryOf(Share, sortKeys) {
  @Text({ max: 80, optional: true, description: 'Text to look for in names.' })
  q?: string;
}

export class ListReceivedQuery extends pageQueryOf(ReceivedShare, sortKeys) {
  @Text({ max: 80, optional: true, description: 'Text to look for in names.' })
  q?: string;
}

export const shareParts = ['files'] as const;

/** What `?expand=` brings along. */
export class ExpandedShareParts {
  @Part(() => pageOf(SharedFile), {
    optional: true,
    description: 'The first page of what is shared; the rest is behind the link. Looking at it counts as no view.',
  })
  files?: Page<SharedFile> | undefined;

  @ListOf(() => FailedExpansion, { description: 'Empty when all went well.' })
  failed!: FailedExpansion[];
}

export class ExpandedShare extends Share {
  @Part(() => ExpandedShareParts, { optional: true, description: 'With `expand` only.' })
  expanded?: ExpandedShareParts | undefined;
}

export class ReadShareQuery extends projectionOf(ExpandedShare) {
  @Expand(shareParts)
  expand?: (typeof shareParts)[number][];
}
export class ReadReceivedQuery extends projectionOf(ReceivedShare) {}

const extractCodePattern = /^[0-9a-zA-Z]{8}$/;

/** An access code as KooDrive takes them. */
export const ExtractCode = (options: { optional?: boolean; description?: string } = {}): PropertyDecorator => {
  const text = Text({ min: 8, max: 8, example: 'a1B2c3D4', ...options });
  const form = Matches(extractCodePattern, { message: '$property must be 8 letters or digits' });
  return (target, key) => {
    text(target, key);
    form(target, key);
  };
};

const receivers = { optional: true, max: 100 } as const;

/** Whom a share with selected receivers is for. */
class ReceiversBody {
  @Ids({ ...receivers, description: 'Users it is for.' })
  userIds?: string[];

  @Ids({ ...receivers, description: 'Departments it is for, with all below them.' })
  departmentIds?: string[];

  @Ids({ ...receivers, description: 'Groups it is for.' })
  groupIds?: string[];
}

export class CreateShareBody extends ReceiversBody {
  @Id({ description: 'The space the files are in.' })
  spaceId!: string;

  @Ids({ max: 100, description: 'Files and folders.' })
  fileIds!: string[];

  @Word(shareScopes, { description: `${scopeDescription} \`selected\` needs receivers, the others take none.` })
  scope!: ShareScope;

  @Whole({ min: 1, max: 365, description: 'Days until it expires.', example: 30 })
  validDays!: number;

  @ExtractCode({ optional: true, description: 'Access code that the link will ask for.' })
  extractCode?: string;

  @Text({ max: 511, optional: true, description: 'Message to the receivers.' })
  comment?: string;
}

export class ChangeShareBody extends ReceiversBody {
  @Whole({ min: 1, max: 365, optional: true, description: 'Days from now until it expires.' })
  validDays?: number;

  @ExtractCode({ optional: true, description: 'Another access code. It cannot be taken away.' })
  extractCode?: string;

  @Text({ max: 511, optional: true, description: 'Another message.' })
  comment?: string;
}

export class ShareIdsBody {
  @Ids({ max: 100, description: 'The shares. At most 100 at once.' })
  shareIds!: string[];
}
