import { Injectable } from '@nestjs/common';

/** Whether the process is on its way out: `/ready` says so, and answers ask their connection to close. */
@Injectable()
export class Drain {
  private draining = false;

  get started(): boolean {
    return this.draining;
  }

  start(): void {
    this.draining = true;
  }
}
