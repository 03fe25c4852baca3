import { Injectable } from '@nestjs/common';
import type { BoundClient } from '#koodrive';
import { type ConfirmationQuery, requireConfirmation } from '../http/input/confirmation.js';
import { changeAll } from './messages.upstream.js';

/** Lets nobody delete all messages by a slip. */
@Injectable()
export class MessagesService {
  async deleteAll(koodrive: BoundClient, confirmation: ConfirmationQuery): Promise<void> {
    requireConfirmation(confirmation, 'all');
    await changeAll(koodrive, 'delete');
  }
}
