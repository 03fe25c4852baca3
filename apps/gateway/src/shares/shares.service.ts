import { Injectable } from '@nestjs/common';
import type { BoundClient } from '#koodrive';
import { createInvalidInputProblem } from '#problem';
import { loadExpansions } from '../http/response/expansion.js';
import { defaultPageSize } from '../http/input/page.js';
import type { ChangeShareBody, CreateShareBody, ExpandedShare, ReadShareQuery, Share } from './shares.dto.js';
import { changeShare, createShare, listSharedFiles, readShare } from './shares.upstream.js';

/** Checks that recipients match the scope and that a change has a field, and adds the expanded parts to a share. */
@Injectable()
export class SharesService {
  async read(koodrive: BoundClient, shareId: string, { expand }: ReadShareQuery): Promise<ExpandedShare> {
    const share = await readShare(koodrive, shareId);
    const expanded = await loadExpansions(expand, { files: () => listSharedFiles(koodrive, share, defaultPageSize) });
    return { ...share, expanded };
  }

  /**
   * @throws ProblemError invalid-input for the scope `selected` without recipients, or another scope with recipients
   */
  async create(koodrive: BoundClient, body: CreateShareBody): Promise<Share> {
    const { scope, userIds = [], departmentIds = [], groupIds = [] } = body;
    const hasRecipients = userIds.length + departmentIds.length + groupIds.length > 0;
    if (scope === 'selected' && !hasRecipients) {
      throw createInvalidInputProblem('/userIds', {
        en: 'users, departments or groups are needed with the scope selected',
        zh: '范围为 selected 时须指定用户、部门或群组',
      });
    }
    if (scope !== 'selected' && hasRecipients) {
      throw createInvalidInputProblem('/scope', {
        en: 'must be selected where receivers are named',
        zh: '指定接收者时须为 selected',
      });
    }
    return createShare(koodrive, body);
  }

  /** @throws ProblemError invalid-input for a body without fields */
  async change(koodrive: BoundClient, shareId: string, body: ChangeShareBody): Promise<Share> {
    if (Object.values(body).every((value) => value === undefined)) {
      throw createInvalidInputProblem('', { en: 'at least one field is needed', zh: '至少需要一个字段' });
    }
    return changeShare(koodrive, shareId, body);
  }
}
