/**
 * Tracks whether the store is available. After one failure, callers stop sending commands. A probe in the background
 * detects the recovery, so that no caller has to wait for a timeout.
 */
export class AvailabilityMonitor {
  private readonly probe: () => Promise<unknown>;
  private readonly probeIntervalMs: number;
  private readonly onAvailable: () => void;
  private isUnavailable = false;
  private timer: NodeJS.Timeout | undefined;
  private closed = false;

  /**
   * @param probe sends one command to the store; must reject in bounded time when the store is unavailable
   * @param probeIntervalMs milliseconds between two probes
   * @param onAvailable called when a probe has succeeded after a failure
   */
  constructor(probe: () => Promise<unknown>, probeIntervalMs: number, onAvailable: () => void = () => undefined) {
    this.probe = probe;
    this.probeIntervalMs = probeIntervalMs;
    this.onAvailable = onAvailable;
  }

  get unavailable(): boolean {
    return this.isUnavailable;
  }

  reportFailure(): void {
    this.isUnavailable = true;
    if (this.closed || this.timer) return;
    this.timer = setTimeout(() => void this.runProbe(), this.probeIntervalMs).unref();
  }

  close(): void {
    this.closed = true;
    this.isUnavailable = true;
    clearTimeout(this.timer);
  }

  private async runProbe(): Promise<void> {
    try {
      await this.probe();
      this.isUnavailable = this.closed;
      this.timer = undefined;
      if (!this.closed) this.onAvailable();
    } catch {
      this.timer = undefined;
      this.reportFailure();
    }
  }
}
