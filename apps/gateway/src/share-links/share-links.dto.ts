import { PickType } from '@nestjs/swagger';
import { FileName, Flag, Id, Ids, Moment, Part, Text, Word } from '../http/input/fields.js';
import { pageQueryOf, projectionOf } from '../http/input/page.js';
import { Job } from '../jobs/jobs.dto.js';
import { Receiver, SharedFile, type ShareState, shareStates } from '../shares/shares.dto.js';

/** What a visitor of a link may know of the share behind it. */
export class ShareLink {
  @Id({ example: '1689759841444195840', description: 'The share.' })
  id!: string;

  @Id({ example: '1689743054514187777' })
  code!: string;

  @Word(shareStates)
  status!: ShareState;

  @Flag({
    description:
      'Whether you gave the access code here lately. A link without one needs none; which it is, KooDrive does not tell.',
  })
  unlocked!: boolean;

  @Part(() => Receiver, { optional: true })
  sharedBy?: Receiver | undefined;

  @Moment({ optional: true })
  createdAt?: string | undefined;

  @Moment({ optional: true })
  expiresAt?: string | undefined;
}

export class LinkParams {
  @Id({ description: 'Code at the end of the link.' })
  code!: string;
}

export class LinkFileParams extends LinkParams {
  @Id({ description: 'A file of the share.' })
  fileId!: string;
}

export class LinkJobParams extends LinkParams {
  @Id({ description: 'The job.' })
  jobId!: string;
}

export class ReadLinkQuery extends projectionOf(ShareLink) {}

export class UnlockBody {
  @Text({ max: 64, description: 'Access code of the link.', example: 'a1B2c3D4' })
  extractCode!: string;
}

export const linkSortKeys = ['name', 'size', 'modifiedAt'] as const;

export class ListLinkFilesQuery extends pageQueryOf(SharedFile, linkSortKeys) {
  @Id({ optional: true, description: 'The folder to list; the top of the share when left out.' })
  parent?: string;

  @Text({ max: 80, optional: true, description: 'Name to look for.' })
  q?: string;
}

export const linkActions = ['save', 'package'] as const;
export type LinkAction = (typeof linkActions)[number];

export class PackageLinkBody {
  @Ids({ max: 1000, description: 'Files and folders of the share.' })
  fileIds!: string[];

  @FileName({ optional: true, example: 'Reports.zip', description: 'package: name of the archive.' })
  name?: string;
}

export class StartLinkJobBody extends PackageLinkBody {
  @Word(linkActions, { description: 'Save copies into a space of yours, or pack an archive to download.' })
  action!: LinkAction;

  @Id({ optional: true, description: 'save: the space to put the copies into.' })
  targetSpaceId?: string;

  @Id({ optional: true, default: 'root', description: 'save: the folder to put them into.' })
  targetFolderId: string = 'root';
}

/** Work on files of a share that goes on after the answer. */
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
  @Id({ description: 'The link.' })
  code!: string;

  @Word(linkActions)
  action!: LinkAction;

  @Text({ max: 8192, optional: true, description: 'package: pre-signed address of the archive, once it is completed.' })
  url?: string | undefined;
}
