import { PickType } from '@nestjs/swagger';
import {
  FileNameField,
  BooleanField,
  IdField,
  IdArrayField,
  TimestampField,
  NestedField,
  StringField,
  EnumField,
} from '../http/input/fields.js';
import { createPageQueryClass, createProjectionQueryClass } from '../http/input/page.js';
import { Job } from '../jobs/jobs.dto.js';
import { ShareParticipant, SharedFile, type ShareState, shareStates } from '../shares/shares.dto.js';

/** The data of a share that a visitor of its link can read. */
export class ShareLink {
  @IdField({ example: '1689759841444195840', description: 'The share.' })
  id!: string;

  @IdField({ example: '1689743054514187777' })
  code!: string;

  @EnumField(shareStates, { optional: true })
  status?: ShareState;

  @BooleanField({
    description:
      'Whether you unlocked the link with its access code in the last 20 minutes. Also false for a link without an access ' +
      'code: KooDrive does not return whether a link has one.',
  })
  unlocked!: boolean;

  @NestedField(() => ShareParticipant, { optional: true })
  sharedBy?: ShareParticipant;

  @TimestampField({ optional: true })
  createdAt?: string;

  @TimestampField({ optional: true })
  expiresAt?: string;
}

export class LinkParams {
  @IdField({ description: 'The code at the end of the link.' })
  code!: string;
}

export class LinkFileParams extends LinkParams {
  @IdField({ description: 'A file of the share.' })
  fileId!: string;
}

export class LinkJobParams extends LinkParams {
  @IdField({ description: 'The job.' })
  jobId!: string;
}

export class ReadLinkQuery extends createProjectionQueryClass(ShareLink) {}

export class UnlockLinkBody {
  @StringField({ maxLength: 64, description: 'Access code of the link.', example: 'a1B2c3D4' })
  extractCode!: string;
}

const linkSortKeys = ['name', 'size', 'modifiedAt'] as const;

export class ListLinkFilesQuery extends createPageQueryClass(SharedFile, linkSortKeys) {
  @IdField({ optional: true, description: 'The folder to list. Without it: the top folder of the share.' })
  parent?: string;

  @StringField({ maxLength: 80, optional: true, description: 'Text to search for in names.' })
  q?: string;
}

export const linkActions = ['save', 'package'] as const;
export type LinkAction = (typeof linkActions)[number];

export class PackageLinkBody {
  @IdArrayField({ maxItems: 1000, description: 'Files and folders of the share.' })
  fileIds!: string[];

  @FileNameField({ optional: true, example: 'Reports.zip', description: 'package: name of the archive.' })
  name?: string;
}

export class StartLinkJobBody extends PackageLinkBody {
  @EnumField(linkActions, { description: 'Save copies to one of your spaces, or package an archive to download.' })
  action!: LinkAction;

  @IdField({ optional: true, description: 'save: the target space.' })
  targetSpaceId?: string;

  @IdField({ optional: true, default: 'root', description: 'save: the target folder.' })
  targetFolderId: string = 'root';
}

/** Work on files of a share that runs after the response. */
export class LinkJob extends PickType(Job, [
  'id',
  'status',
  'result',
  'progress',
  'createdAt',
  'startedAt',
  'finishedAt',
  'entries',
]) {
  @IdField({ description: 'The link.' })
  code!: string;

  @EnumField(linkActions)
  action!: LinkAction;

  @StringField({
    maxLength: 8192,
    optional: true,
    description: 'package: pre-signed URL of the archive, when the job is completed.',
  })
  url?: string;
}
