import { Injectable } from '@nestjs/common';

/** Whether the process is shutting down. `/ready` reports it, so that load balancers send no more requests. */
@Injectable()
export class DrainState {
  private draining = false;

  get isDraining(): boolean {
    return this.draining;
  }

  start(): void {
    this.draining = true;
  }
}
