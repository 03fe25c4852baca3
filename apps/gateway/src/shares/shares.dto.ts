import { applyDecorators } from '@nestjs/common';
import { Matches } from 'class-validator';
import {
  ByteSizeField,
  IdField,
  IdArrayField,
  NestedArrayField,
  TimestampField,
  NestedField,
  StringField,
  IntegerField,
  EnumField,
} from '../http/input/fields.js';
import { ruleText } from '../http/input/rule-text.js';
import { ExpandField, FailedExpansion } from '../http/response/expansion.js';
import { type Page, createPageClass, createPageQueryClass, createProjectionQueryClass } from '../http/input/page.js';

const shareScopes = ['organization', 'selected', 'external'] as const;
export type ShareScope = (typeof shareScopes)[number];
export const shareStates = ['active', 'expired', 'files-deleted', 'invalid'] as const;
export type ShareState = (typeof shareStates)[number];

const scopeDescription =
  'Who can open it: the entire organization, selected recipients, or everybody with the link (if KooDrive allows it).';
const stateDescription = 'invalid: the sharer or the space is disabled or deleted.';

/** A user, department or group. */
export class ShareParticipant {
  @IdField()
  id!: string;

  @StringField({ maxLength: 250, optional: true })
  name?: string;
}

/** A file or folder at the top of a share. */
export class SharedFile {
  @IdField()
  id!: string;

  @EnumField(['file', 'folder'])
  kind!: 'file' | 'folder';

  @StringField({ maxLength: 250 })
  name!: string;

  @StringField({ maxLength: 255, optional: true })
  mediaType?: string;

  @ByteSizeField({ optional: true, description: 'Folders have none.' })
  size?: number;

  @IdField({ optional: true, description: 'The space it is in.' })
  spaceId?: string;

  @IdField({ optional: true, description: 'The folder it is in.' })
  parentId?: string;

  @TimestampField({ optional: true })
  modifiedAt?: string;
}

/** The data of a share that sharer and recipients see. */
class BaseShare {
  @IdField({ example: '1689759841444195840' })
  id!: string;

  @IdField({
    optional: true,
    example: '1689743054514187777',
    description: 'The code of its link: `/v1/share-links/{code}`.',
  })
  code?: string;

  @StringField({ maxLength: 4096, optional: true, description: 'URL of the link in the web client of KooDrive.' })
  url?: string;

  @StringField({
    maxLength: 1024,
    optional: true,
    description: 'The name of the file. For several files: the name of the first and a suffix.',
  })
  name?: string;

  @EnumField(shareStates, { optional: true, description: stateDescription })
  status?: ShareState;

  @EnumField(shareScopes, { optional: true, description: scopeDescription })
  scope?: ShareScope;

  @StringField({ minLength: 0, maxLength: 511, optional: true, description: 'Message to the recipients.' })
  comment?: string;

  @IdField({ optional: true, description: 'The space of its files; lists only.' })
  spaceId?: string;

  @NestedArrayField(() => SharedFile, {
    optional: true,
    description: 'Lists only. The link has all files.',
  })
  files?: SharedFile[];

  @IntegerField({ min: 0, optional: true, description: 'Number of views; lists only.' })
  viewCount?: number;

  @TimestampField({ optional: true })
  createdAt?: string;

  @TimestampField({ optional: true })
  expiresAt?: string;
}

/** Files that you share. */
export class Share extends BaseShare {
  @StringField({ maxLength: 64, optional: true, description: 'Access code of the link; not in lists.' })
  extractCode?: string;

  @NestedArrayField(() => ShareParticipant, { optional: true, description: 'With `selected`; not in lists.' })
  users?: ShareParticipant[];

  @NestedArrayField(() => ShareParticipant, { optional: true, description: 'With `selected`; not in lists.' })
  departments?: ShareParticipant[];

  @NestedArrayField(() => ShareParticipant, { optional: true, description: 'With `selected`; not in lists.' })
  groups?: ShareParticipant[];
}

/** Files that somebody shares with you as a named recipient. */
export class ReceivedShare extends BaseShare {
  @NestedField(() => ShareParticipant, { optional: true })
  sharedBy?: ShareParticipant;
}

export class ShareParams {
  @IdField({ description: 'The share.' })
  shareId!: string;
}

const shareSortKeys = ['createdAt'];

export class ListSharesQuery extends createPageQueryClass(Share, shareSortKeys) {
  @StringField({ maxLength: 80, optional: true, description: 'Text to search for in names.' })
  q?: string;
}

export class ListReceivedSharesQuery extends createPageQueryClass(ReceivedShare, shareSortKeys) {
  @StringField({ maxLength: 80, optional: true, description: 'Text to search for in names.' })
  q?: string;
}

const expandableShareFields = ['files'] as const;

/** The parts that `?expand=` adds. */
export class ShareExpansions {
  @NestedField(() => createPageClass(SharedFile), {
    optional: true,
    description: 'The first page of the shared files. The link has the other pages. Does not count as a view.',
  })
  files?: Page<SharedFile>;

  @NestedArrayField(() => FailedExpansion, { description: 'Empty if all parts could be read.' })
  failed!: FailedExpansion[];
}

export class ExpandedShare extends Share {
  @NestedField(() => ShareExpansions, { optional: true, description: 'With `expand` only.' })
  expanded?: ShareExpansions;
}

export class ReadShareQuery extends createProjectionQueryClass(ExpandedShare) {
  @ExpandField(expandableShareFields)
  expand?: (typeof expandableShareFields)[number][];
}
export class ReadReceivedShareQuery extends createProjectionQueryClass(ReceivedShare) {}

const accessCodePattern = /^[0-9a-zA-Z]{8}$/;

/** An access code in the format that KooDrive accepts. */
const AccessCode = (options: { optional?: boolean; description?: string } = {}): PropertyDecorator =>
  applyDecorators(
    StringField({ minLength: 8, maxLength: 8, example: 'a1B2c3D4', ...options }),
    Matches(accessCodePattern, ruleText('must be 8 letters or digits', '必须是 8 个字母或数字')),
  );

const recipientListOptions = { optional: true, maxItems: 100 } as const;

/** The recipients of a share with the scope `selected`. */
class ShareRecipientsBody {
  @IdArrayField({ ...recipientListOptions, description: 'Users who can open it.' })
  userIds?: string[];

  @IdArrayField({ ...recipientListOptions, description: 'Departments that can open it, with all departments below.' })
  departmentIds?: string[];

  @IdArrayField({ ...recipientListOptions, description: 'Groups that can open it.' })
  groupIds?: string[];
}

export class CreateShareBody extends ShareRecipientsBody {
  @IdField({ description: 'The space of the files.' })
  spaceId!: string;

  @IdArrayField({ maxItems: 100, description: 'Files and folders.' })
  fileIds!: string[];

  @EnumField(shareScopes, {
    description: `${scopeDescription} \`selected\` requires recipients, the others allow none.`,
  })
  scope!: ShareScope;

  @IntegerField({ min: 1, max: 365, description: 'Days until it expires.', example: 30 })
  validDays!: number;

  @AccessCode({ optional: true, description: 'Access code of the link.' })
  extractCode?: string;

  @StringField({ maxLength: 511, optional: true, description: 'Message to the recipients.' })
  comment?: string;
}

export class ChangeShareBody extends ShareRecipientsBody {
  @IntegerField({ min: 1, max: 365, optional: true, description: 'Days from now until it expires.' })
  validDays?: number;

  @AccessCode({ optional: true, description: 'New access code. An access code cannot be removed.' })
  extractCode?: string;

  @StringField({ maxLength: 511, optional: true, description: 'New message.' })
  comment?: string;
}

export class ShareIdsBody {
  @IdArrayField({ maxItems: 100, description: 'The shares, at most 100.' })
  shareIds!: string[];
}
