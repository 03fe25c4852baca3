import { applyDecorators } from '@nestjs/common';
import { ApiHeader, ApiResponse } from '@nestjs/swagger';
import { Matches } from 'class-validator';
import { type ConflictPolicy, conflictPolicies } from '../files/files.dto.js';
import {
  ByteSizeField,
  FileNameField,
  BooleanField,
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
import { Problem } from '../http/problems/problem.dto.js';

/** 200 GB: the limit of the contract. */
export const maxFileSizeBytes = 214_748_364_800;
export const maxPartCount = 10_000;
const maxPartSizeBytes = 5 * 1024 ** 3;
/** Parts for which one request can get URLs. A URL expires after an hour. */
export const maxPartsPerRequest = 100;

export class ContentParams {
  @IdField({ description: 'The space.' })
  spaceId!: string;
}

export class ContentFileParams extends ContentParams {
  @IdField({ description: 'The file.' })
  fileId!: string;
}

export class UploadParams extends ContentParams {
  @IdField({ description: 'The upload. Its id is the id of the new file.' })
  uploadId!: string;
}

export class DownloadQuery {
  @BooleanField({
    query: true,
    optional: true,
    default: false,
    description: 'Respond with 302 to a pre-signed URL of the object store instead of the bytes.',
  })
  redirect: boolean = false;
}

const octetStreamContent = {
  content: { 'application/octet-stream': { schema: { type: 'string', format: 'binary' } as const } },
};

/** The headers and responses that all download routes have in common, for the OpenAPI document. */
export const DownloadDocumentation = (): MethodDecorator & ClassDecorator =>
  applyDecorators(
    ApiHeader({ name: 'Range', required: false, description: 'One range of bytes.', example: 'bytes=0-1023' }),
    ApiHeader({
      name: 'If-Range',
      required: false,
      description: 'A strong ETag. If the content has another one now, or for a date, the response has all bytes.',
    }),
    ApiHeader({
      name: 'If-None-Match',
      required: false,
      description: 'The ETag of the content that you have: 304 while it is still current.',
    }),
    ApiHeader({
      name: 'If-Match',
      required: false,
      description: 'The ETag of the content. If the content has another one now: 412.',
    }),
    ApiResponse({ status: 302, description: 'Location has the URL of the bytes.' }),
    ApiResponse({ status: 206, description: 'The requested range.', ...octetStreamContent }),
    ApiResponse({ status: 304, description: 'The content that you have is current.' }),
  );

export class DownloadLinksBody {
  @IdArrayField({ maxItems: 100, description: 'Files. Folders have no download link.' })
  fileIds!: string[];
}

/** The link of one file, or the reason why there is none. */
export class DownloadLink {
  @IdField()
  id!: string;

  @EnumField(['done', 'failed'])
  status!: 'done' | 'failed';

  @StringField({
    maxLength: 8192,
    optional: true,
    description: 'Pre-signed URL of the object store. Do not send credentials to it.',
  })
  url?: string;

  @StringField({ maxLength: 250, optional: true })
  name?: string;

  @NestedField(() => Problem, { optional: true })
  problem?: Problem;
}

export class DownloadLinks {
  @NestedArrayField(() => DownloadLink)
  items!: DownloadLink[];
}

export class UploadContentQuery {
  @FileNameField({ description: 'Name of the new file.' })
  name!: string;

  @IdField({
    optional: true,
    default: 'root',
    description: 'The folder to upload it into; `root` is the root folder of the space.',
  })
  parent: string = 'root';

  @EnumField(conflictPolicies, {
    optional: true,
    default: 'refuse',
    description: 'If the name is taken: fail with name-taken, or let the upstream append a timestamp.',
  })
  onConflict: ConflictPolicy = 'refuse';
}

export class PartSize {
  @IntegerField({ min: 1, max: maxPartCount, description: 'Number of the part, from 1.' })
  number!: number;

  @IntegerField({
    min: 0,
    max: maxPartSizeBytes,
    description: 'Exact length in bytes: 5 MiB to 5 GiB. The last part may be smaller.',
  })
  size!: number;
}

export class StartUploadBody {
  @FileNameField()
  name!: string;

  @IdField({ optional: true, default: 'root', description: 'The folder to upload it into.' })
  parentId: string = 'root';

  @IntegerField({ min: 0, max: maxFileSizeBytes, description: 'Length of the complete file in bytes, at most 200 GB.' })
  size!: number;

  @EnumField(conflictPolicies, { optional: true, default: 'refuse' })
  onConflict: ConflictPolicy = 'refuse';
}

export class UploadPartsBody {
  @NestedArrayField(() => PartSize, {
    minItems: 1,
    maxItems: maxPartsPerRequest,
    description: 'Parts to create URLs for.',
  })
  parts!: PartSize[];
}

export class CompleteUploadBody {
  @StringField({
    minLength: 64,
    maxLength: 64,
    optional: true,
    description: 'SHA-256 of the complete file in hexadecimal. If present, it is checked.',
  })
  @Matches(/^[0-9a-fA-F]{64}$/, ruleText('must be 64 hexadecimal digits', '必须是 64 位十六进制数字'))
  sha256?: string;
}

/** The URL to PUT one part to: its exact bytes, with Content-Length and without credentials. */
export class UploadPart extends PartSize {
  @StringField({ maxLength: 8192, description: 'Pre-signed URL of the object store.' })
  url!: string;
}

export class UploadParts {
  @NestedArrayField(() => UploadPart)
  items!: UploadPart[];
}

/** An upload that the caller sends to the object store itself. The parts are sent one after the other, in order. */
export class Upload {
  @IdField()
  id!: string;

  @StringField({
    maxLength: 250,
    description: 'The name of the new file. It differs from the requested name if that was taken.',
  })
  name!: string;

  @ByteSizeField({ description: 'Length in bytes of each part except the last.' })
  partSize!: number;

  @IntegerField({ min: 1, max: maxPartCount })
  partCount!: number;

  @NestedArrayField(() => UploadPart, {
    description: 'The first parts. Request the URLs of the other parts when you need them.',
  })
  parts!: UploadPart[];

  @TimestampField({ optional: true, description: 'When these URLs expire.' })
  expiresAt?: string;
}
