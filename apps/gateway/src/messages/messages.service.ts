import { Injectable } from '@nestjs/common';
import type { BoundClient } from '#koodrive';
import { type ConfirmationQuery, requireConfirmation } from '../http/input/confirmation.js';
import { changeAllMessages } from './messages.upstream.js';

/** Deletes all messages only after a confirmation. */
@Injectable()
export class MessagesService {
  async deleteAll(koodrive: BoundClient, confirmation: ConfirmationQuery): Promise<void> {
    requireConfirmation(confirmation, 'all');
    await changeAllMessages(koodrive, 'delete');
  }
}
