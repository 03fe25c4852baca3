import { Matches } from 'class-validator';
import { Bytes, FileName, Flag, Id, Ids, ListOf, Moment, Part, Text, Whole, Word } from '../http/input/fields.js';
import { ProblemDto } from '../http/problems/problem.dto.js';

/** 200 GB: the contract's own limit. */
export const largestFile = 214_748_364_800;
export const largestPartCount = 10_000;
/** Bytes: 5 GiB. */
const largestPart = 5 * 1024 ** 3;
/** Parts whose addresses are handed out at once; an address lives an hour. */
export const mostPartsAtOnce = 100;

export class ContentFolderParams {
  @Id({ description: 'The space.' })
  spaceId!: string;
}

export class ContentFileParams extends ContentFolderParams {
  @Id({ description: 'The file.' })
  fileId!: string;
}

export class UploadParams extends ContentFolderParams {
  @Id({ description: 'The upload, which is the id of the file it makes.' })
  uploadId!: string;
}

export class DownloadQuery {
  @Flag({
    query: true,
    optional: true,
    default: false,
    description: 'Answer 302 to a pre-signed address of the object store in place of the bytes.',
  })
  redirect: boolean = false;
}

export class DownloadLinksBody {
  @Ids({ max: 100, description: 'Files; folders have no link.' })
  fileIds!: string[];
}

/** One file's link, or why there is none. */
export class DownloadLink {
  @Id()
  id!: string;

  @Word(['done', 'failed'])
  status!: 'done' | 'failed';

  @Text({ max: 8192, optional: true, description: 'Pre-signed address of the object store. Send no credential there.' })
  url?: string | undefined;

  @Text({ max: 250, optional: true })
  name?: string | undefined;

  @Part(() => ProblemDto, { optional: true })
  problem?: ProblemDto | undefined;
}

export class DownloadLinks {
  @ListOf(() => DownloadLink)
  items!: DownloadLink[];
}

const conflictWords = ['refuse', 'rename'] as const;

export class UploadContentQuery {
  @FileName({ description: 'Name of the new file.' })
  name!: string;

  @Id({ optional: true, default: 'root', description: 'The folder to put it into; `root` is the top of the space.' })
  parent: string = 'root';

  @Word(conflictWords, {
    optional: true,
    default: 'refuse',
    description: 'What to do when the name is taken: refuse with name-taken, or let the upstream append a timestamp.',
  })
  onConflict: 'refuse' | 'rename' = 'refuse';
}

export class PartSize {
  @Whole({ min: 1, max: largestPartCount, description: 'Number of the part, from 1.' })
  number!: number;

  @Whole({ min: 0, max: largestPart, description: 'Exact length; 5 MiB to 5 GiB, the last part may be smaller.' })
  size!: number;
}

export class StartUploadBody {
  @FileName()
  name!: string;

  @Id({ optional: true, default: 'root', description: 'The folder to put it into.' })
  parentId: string = 'root';

  @Whole({ min: 0, max: largestFile, description: 'Length of the whole file in bytes, at most 200 GB.' })
  size!: number;

  @Word(conflictWords, { optional: true, default: 'refuse' })
  onConflict: 'refuse' | 'rename' = 'refuse';
}

export class UploadPartsBody {
  @ListOf(() => PartSize, { min: 1, max: mostPartsAtOnce, description: 'Parts to get addresses for.' })
  parts!: PartSize[];
}

export class CompleteUploadBody {
  @Text({
    min: 64,
    max: 64,
    optional: true,
    description: 'SHA-256 of the whole file, hexadecimal; checked when given.',
  })
  @Matches(/^[0-9a-fA-F]{64}$/, { message: '$property must be 64 hexadecimal digits' })
  sha256?: string;
}

/** Where to PUT one part: its exact bytes, with Content-Length and without any credential. */
export class UploadPart extends PartSize {
  @Text({ max: 8192, description: 'Pre-signed address of the object store.' })
  url!: string;
}

export class UploadParts {
  @ListOf(() => UploadPart)
  items!: UploadPart[];
}

/** An upload that a browser carries out itself. Parts are sent one after another, in order. */
export class Upload {
  @Id()
  id!: string;

  @Text({ max: 250, description: 'The name it will have; another than asked for where that was taken.' })
  name!: string;

  @Bytes({ description: 'Length of each part but the last.' })
  partSize!: number;

  @Whole({ min: 1, max: largestPartCount })
  partCount!: number;

  @ListOf(() => UploadPart, {
    description: 'The first parts; ask for the addresses of the others when they are needed.',
  })
  parts!: UploadPart[];

  @Moment({ optional: true, description: 'When these addresses lapse.' })
  expiresAt?: string | undefined;
}
