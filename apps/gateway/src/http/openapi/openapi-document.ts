import type { INestApplication } from '@nestjs/common';
import { DocumentBuilder, type OpenAPIObject, SwaggerModule } from '@nestjs/swagger';
import { backgroundOperations } from './background-operations.js';
import { addExamples } from './examples.js';
import { describeHeaders } from './openapi-headers.js';
import { describeProblems } from './openapi-problems.js';

const tagDescriptions: readonly (readonly [name: string, description: string])[] = [
  ['session', 'Signing in and out with a browser · 登录与会话'],
  ['me', 'Who you are and what is yours · 我的资料'],
  ['favorites', 'Files that you marked as favorites · 收藏'],
  ['spaces', 'Containers of files: individual, department, group · 空间'],
  ['files', 'Files and folders, paths, statistics, search · 文件与文件夹'],
  ['content', 'File contents: download, upload, pre-signed URLs · 文件内容'],
  ['versions', 'Earlier versions of a file · 历史版本'],
  ['archives', 'The entries of archive files · 压缩包'],
  ['sync-folders', 'Folders that devices synchronize · 同步目录'],
  ['recycle-bin', 'Deleted files that can still be restored · 回收站'],
  ['jobs', 'Work that continues after the response: copy, move, delete, restore · 任务'],
  ['shares', 'Shares that you sent and received · 分享'],
  ['share-links', 'Links of shares, and the files behind them · 分享链接'],
  ['public-links', 'Links that everyone can open; off unless configured · 公开分享链接'],
  ['messages', 'Messages from KooDrive · 消息'],
  ['departments', 'The tree of departments · 部门'],
  ['users', 'Users: add, change, delete; import checks · 用户'],
  ['groups', 'Groups and their members · 群组'],
  ['user-tasks', 'Transfer the files of a user and delete the user; import users · 用户任务'],
  ['quota', 'How storage is divided, assigned and used · 配额'],
  ['permissions', 'The permissions of users in a space · 权限'],
  ['permission-templates', 'Named sets of capabilities · 权限模板'],
  ['reviews', 'The results of content reviews · 内容审核'],
  ['service', 'Subscription, settings, JsSdk, audit log · 服务与设置'],
  ['batch', 'Many reads in one round trip · 批量读取'],
  ['health', 'Health checks and metrics for operators · 运行状况'],
];

/** The OpenAPI 3.1 document of the API, created from the code. */
export function createOpenApiDocument(app: INestApplication): OpenAPIObject {
  const builder = new DocumentBuilder()
    .setOpenAPIVersion('3.1.0')
    .setTitle('koodrive-gateway')
    .setDescription('One small, regular API in front of Huawei Cloud KooDrive.')
    .setVersion('v1')
    .setLicense('Apache-2.0', 'https://www.apache.org/licenses/LICENSE-2.0')
    .addBearerAuth(
      {
        type: 'http',
        scheme: 'bearer',
        description: 'An API key (`kdg_...`), or a JSON Web Token of the configured issuer (docs/service-callers.md).',
      },
      'api-key',
    )
    .addApiKey({ type: 'apiKey', in: 'header', name: 'X-API-Key', description: 'The same key.' }, 'api-key-header')
    .addSecurityRequirements('api-key')
    .addCookieAuth(
      '__Host-koodrive-session',
      {
        type: 'apiKey',
        in: 'cookie',
        description:
          'A browser session. Each call requires `X-CSRF: 1` and a page of an allowed origin (docs/sign-in.md). On ' +
          'plain HTTP, in development, the cookie is named `koodrive-session-dev`.',
      },
      'session',
    )
    .addSecurityRequirements('session')
    .addSecurityRequirements('api-key-header');
  for (const [name, description] of tagDescriptions) builder.addTag(name, description);
  const document = SwaggerModule.createDocument(app, builder.build(), {
    operationIdFactory: (controller, method) => `${controller.replace(/Controller$/, '').toLowerCase()}.${method}`,
  });
  const completeDocument = addExamples(describeProblems(describeHeaders(replaceNullable(document) as OpenAPIObject)));
  return { ...completeDocument, 'x-koodrive-background-operations': backgroundOperations } as OpenAPIObject;
}

/** Replaces `nullable`, which OpenAPI 3.1 does not have, by a list of types that contains "null". */
function replaceNullable(node: unknown): unknown {
  if (Array.isArray(node)) return node.map(replaceNullable);
  if (node === null || typeof node !== 'object') return node;
  const { nullable, ...rest } = Object.fromEntries(
    Object.entries(node).map(([name, member]) => [name, replaceNullable(member)]),
  );
  return nullable === true && typeof rest.type === 'string' ? { ...rest, type: [rest.type, 'null'] } : rest;
}
