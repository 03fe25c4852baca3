import { Injectable } from '@nestjs/common';
import type { BoundClient } from '#koodrive';
import { invalidInput } from '#problem';
import { expand } from '../http/answer/expansion.js';
import { pageLength } from '../http/input/page.js';
import type { ChangeShareBody, CreateShareBody, ExpandedShare, ReadShareQuery, Share } from './shares.dto.js';
import { changeShare, createShare, listFilesOfShare, readShare } from './shares.upstream.js';

/** Holds that receivers go with the scope, and that a change changes something; reads what comes along with a share. */
@Injectable()
export class SharesService {
  async read(koodrive: BoundClient, shareId: string, { expand: words }: ReadShareQuery): Promise<ExpandedShare> {
    const share = await readShare(koodrive, shareId);
    const expanded = await expand(words, { files: () => listFilesOfShare(koodrive, share, pageLength) });
    return { ...share, ...(expanded && { expanded }) };
  }

  async create(koodrive: BoundClient, body: CreateShareBody): Promise<Share> {
    const { scope, userIds = [], departmentIds = [], groupIds = [] } = body;
    const named = userIds.length + departmentIds.length + groupIds.length > 0;
    if (scope === 'selected' && !named) {
      throw invalidInput('/userIds', {
        en: 'users, departments or groups are needed with the scope selected',
        zh: '范围为 selected 时须指定用户、部门或群组',
      });
    }
    if (scope !== 'selected' && named) {
      throw invalidInput('/scope', {
        en: 'must be selected where receivers are named',
        zh: '指定接收者时须为 selected',
      });
    }
    return createShare(koodrive, body);
  }

  async change(koodrive: BoundClient, shareId: string, body: ChangeShareBody): Promise<Share> {
    if (Object.values(body).every((value) => value === undefined)) {
      throw invalidInput('', { en: 'at least one field is needed', zh: '至少需要一个字段' });
    }
    return changeShare(koodrive, shareId, body);
  }
}
