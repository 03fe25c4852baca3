import { Injectable } from '@nestjs/common';
import type { BoundClient } from '#koodrive';
import { createInvalidInputProblem } from '#problem';
import { type TransferStorageBody, transferStepBytes } from './quota.dto.js';
import { transferStorage } from './quota.upstream.js';

/** Rejects transfers that the user manual of KooDrive does not allow, before the upstream is called. */
@Injectable()
export class QuotaService {
  /** @throws ProblemError invalid-input for a size that is not a multiple of 10 GB, or a kind that is named twice */
  async transfer(koodrive: BoundClient, body: TransferStorageBody): Promise<void> {
    const { from, to } = body;
    to.forEach(({ kind, size }, index) => {
      if (size % transferStepBytes !== 0) {
        throw createInvalidInputProblem(`/to/${index}/size`, {
          en: 'must be a multiple of 10 GB',
          zh: '必须是 10 GB 的整数倍',
        });
      }
      if (kind === from || to.findIndex((other) => other.kind === kind) < index) {
        const message = { en: 'must be another kind than the others named', zh: '不得与其他空间类型重复' };
        throw createInvalidInputProblem(`/to/${index}/kind`, message);
      }
    });
    await transferStorage(koodrive, body);
  }
}
