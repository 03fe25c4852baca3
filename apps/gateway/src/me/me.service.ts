import { Injectable } from '@nestjs/common';
import type { BoundClient } from '#koodrive';
import { ProblemError } from '#problem';
import { partProblem } from '../http/problems/koodrive-problems.js';
import { listSpaces } from '../spaces/spaces.upstream.js';
import type { FailedPart, Me, MePart } from './me.dto.js';
import { readOrganization, readProfile, readUnreadCount, toQuota } from './me.upstream.js';

@Injectable()
export class MeService {
  /** All parts side by side; one that fails is named under `failed` and costs only itself. */
  async read(koodrive: BoundClient): Promise<Me> {
    if (koodrive.principal.kind === 'app') {
      throw new ProblemError('credential-unavailable', {
        detail: {
          en: 'Nobody is named: use X-On-Behalf-Of, or a key made with --user.',
          zh: '未指定用户：请使用 X-On-Behalf-Of，或使用带 --user 创建的密钥。',
        },
      });
    }
    const failed: FailedPart[] = [];
    const part = <T>(name: MePart, load: Promise<T>): Promise<T | undefined> =>
      load.catch((error: unknown) => {
        failed.push({ part: name, problem: partProblem(error) });
        return undefined;
      });
    const { kind, userId } = koodrive.principal;
    const [profile, organization, spaces, unreadCount] = await Promise.all([
      part('profile', readProfile(koodrive, userId)),
      kind === 'session' ? part('organization', readOrganization(koodrive)) : undefined,
      part(
        'spaces',
        listSpaces(koodrive, { limit: 100 }).then(({ items }) => items),
      ),
      part('unreadCount', readUnreadCount(koodrive)),
    ]);
    return { profile, organization, spaces, quota: spaces && toQuota(spaces), unreadCount, failed };
  }
}
