import { Injectable } from '@nestjs/common';
import type { BoundClient } from '#koodrive';
import { invalidInput } from '#problem';
import type { ChangeShareBody, CreateShareBody, Share } from './shares.dto.js';
import { changeShare, createShare } from './shares.upstream.js';

/** Holds that receivers go with the scope, and that a change changes something. */
@Injectable()
export class SharesService {
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
