import { Injectable } from '@nestjs/common';
import type { BoundClient } from '#koodrive';
import { invalidInput } from '#problem';
import { type TransferBody, transferStep } from './quota.dto.js';
import { transfer } from './quota.upstream.js';

/** Refuses transfers that the user manual rules out before anything is sent. */
@Injectable()
export class QuotaService {
  async transfer(koodrive: BoundClient, body: TransferBody): Promise<void> {
    const { from, to } = body;
    to.forEach(({ kind, size }, place) => {
      if (size % transferStep !== 0) {
        throw invalidInput(`/to/${place}/size`, { en: 'must be a multiple of 10 GB', zh: '必须是 10 GB 的整数倍' });
      }
      if (kind === from || to.findIndex((other) => other.kind === kind) < place) {
        const message = { en: 'must be another kind than the others named', zh: '不得与其他空间类型重复' };
        throw invalidInput(`/to/${place}/kind`, message);
      }
    });
    await transfer(koodrive, body);
  }
}
