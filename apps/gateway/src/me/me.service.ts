import { Injectable } from '@nestjs/common';
import type { BoundClient } from '#koodrive';
import { ProblemError } from '#problem';
import { toFailedPart } from '../http/problems/koodrive-problems.js';
import { listSpaces } from '../spaces/spaces.upstream.js';
import type { FailedMeField, Me, MeField } from './me.dto.js';
import { readOrganization, readProfile, readUnreadCount, sumOwnQuota } from './me.upstream.js';

/** The number of spaces in the response. */
const maxSpaces = 100;

@Injectable()
export class MeService {
  /**
   * Reads all parts concurrently. A part that fails is named under `failed` and does not affect the others.
   *
   * @throws ProblemError credential-unavailable for a call without a user
   */
  async read(koodrive: BoundClient): Promise<Me> {
    if (koodrive.principal.kind === 'app') {
      throw new ProblemError('credential-unavailable', {
        detail: {
          en: 'Nobody is named: use X-On-Behalf-Of, or a key made with --user.',
          zh: '未指定用户：请使用 X-On-Behalf-Of，或使用带 --user 创建的密钥。',
        },
      });
    }
    const failed: FailedMeField[] = [];
    const part = <T>(name: MeField, load: Promise<T>): Promise<T | undefined> =>
      load.catch((error: unknown) => {
        failed.push({ part: name, problem: toFailedPart(error) });
        return undefined;
      });
    const { kind, userId } = koodrive.principal;
    const [profile, organization, spaces, unreadCount] = await Promise.all([
      part('profile', readProfile(koodrive, userId)),
      kind === 'session' ? part('organization', readOrganization(koodrive)) : undefined,
      part('spaces', listSpaces(koodrive, { limit: maxSpaces })),
      part('unreadCount', readUnreadCount(koodrive)),
    ]);
    return {
      profile,
      organization,
      spaces: spaces?.items,
      omittedSpaces: spaces?.omitted,
      quota: spaces && sumOwnQuota(spaces),
      unreadCount,
      failed,
    };
  }
}
