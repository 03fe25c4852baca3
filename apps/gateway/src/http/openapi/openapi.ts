import type { INestApplication } from '@nestjs/common';
import { DocumentBuilder, type OpenAPIObject, SwaggerModule } from '@nestjs/swagger';
import { backgroundOperations } from './background-operations.js';
import { withExamples } from './examples.js';
import { describeHeaders } from './openapi-headers.js';
import { describeProblems } from './openapi-problems.js';

const tags: readonly (readonly [name: string, description: string])[] = [
  ['session', 'Signing in and out with a browser · 登录与会话'],
  ['me', 'Who you are and what is yours · 我的资料'],
  ['favorites', 'Files that you marked · 收藏'],
  ['spaces', 'Containers of files: individual, department, group · 空间'],
  ['files', 'Files and folders, paths, statistics, search · 文件与文件夹'],
  ['content', 'Bytes: download, upload, pre-signed addresses · 文件内容'],
  ['versions', 'Earlier states of a file · 历史版本'],
  ['archives', 'What is in an archive · 压缩包'],
  ['sync-folders', 'Folders that devices keep in step with · 同步目录'],
  ['recycle-bin', 'What was deleted and can still be restored · 回收站'],
  ['jobs', 'Work that goes on after the answer: copy, move, delete, restore · 任务'],
  ['shares', 'What you share with others, and what they share with you · 分享'],
  ['share-links', 'Links of shares, and the files behind them · 分享链接'],
  ['public-links', 'Links that are for anybody; off unless configured · 公开分享链接'],
  ['messages', 'What KooDrive tells you · 消息'],
  ['departments', 'The tree of departments · 部门'],
  ['users', 'People: add, change, delete; import checks · 用户'],
  ['groups', 'Groups and their members · 群组'],
  ['user-tasks', 'Hand over and delete a user, import users · 用户任务'],
  ['quota', 'How storage is split, given out and used · 配额'],
  ['permissions', 'Who may do what in a space · 权限'],
  ['permission-templates', 'Sets of capabilities under a name · 权限模板'],
  ['reviews', 'What was decided of contents · 内容审核'],
  ['service', 'Subscription, settings, JsSdk, audit log · 服务与设置'],
  ['batch', 'Many reads in one round trip · 批量读取'],
  ['health', 'For those who run it · 运行状况'],
];

/** The description of the API, from the code (OpenAPI 3.1). */
export function openApiDocument(app: INestApplication): OpenAPIObject {
  const builder = new DocumentBuilder()
    .setOpenAPIVersion('3.1.0')
    .setTitle('koodrive-gateway')
    .setDescription('One small, regular API in front of Huawei Cloud KooDrive.')
    .setVersion('v1')
    .setLicense('Apache-2.0', 'https://www.apache.org/licenses/LICENSE-2.0')
    .addBearerAuth({ type: 'http', scheme: 'bearer', description: 'An API key: kdg_...' }, 'api-key')
    .addApiKey({ type: 'apiKey', in: 'header', name: 'X-API-Key', description: 'The same key.' }, 'api-key-header')
    .addSecurityRequirements('api-key')
    .addCookieAuth(
      '__Host-koodrive-session',
      {
        type: 'apiKey',
        in: 'cookie',
        description: 'A signed-in browser. Each call needs `X-CSRF: 1` and an allowed page (docs/sign-in.md).',
      },
      'session',
    )
    .addSecurityRequirements('session')
    .addSecurityRequirements('api-key-header');
  for (const [name, description] of tags) builder.addTag(name, description);
  const document = SwaggerModule.createDocument(app, builder.build(), {
    operationIdFactory: (controller, method) => `${controller.replace(/Controller$/, '').toLowerCase()}.${method}`,
  });
  const described = withExamples(describeProblems(describeHeaders(withoutNullable(document) as OpenAPIObject)));
  return { ...described, 'x-koodrive-background-operations': backgroundOperations } as OpenAPIObject;
}

/** OpenAPI 3.1 has no `nullable`: the type then is a list with "null" in it. */
function withoutNullable(node: unknown): unknown {
  if (Array.isArray(node)) return node.map(withoutNullable);
  if (node === null || typeof node !== 'object') return node;
  const { nullable, ...rest } = Object.fromEntries(
    Object.entries(node).map(([name, member]) => [name, withoutNullable(member)]),
  );
  return nullable === true && typeof rest.type === 'string' ? { ...rest, type: [rest.type, 'null'] } : rest;
}
