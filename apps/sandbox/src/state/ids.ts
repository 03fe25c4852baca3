/**
 * Makes ids of the forms seen upstream, the same ones again for the same seed. Every random bit of the state comes
 * from here, so that two sandboxes with one seed that see the same calls answer the same ids.
 */
export class Ids {
  private state: number;

  constructor(seed: number) {
    this.state = seed >>> 0 || 1;
  }

  /** 19 digits, beyond 2^53: users, departments, groups, jobs, messages. */
  number(): string {
    return `13${this.pick(17, '0123456789')}`;
  }

  /** `F` and 32 characters: files and folders. */
  file(): string {
    return `F${this.pick(32, 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789_-')}`;
  }

  /** Space ids are 47 characters, so that a root id (16 more) fits the 64 the contract allows. */
  container(): string {
    return `IAADfsBFCO6WtAtuA${this.hex(30)}`;
  }

  hex(length: number): string {
    return this.pick(length, '0123456789abcdef');
  }

  private pick(length: number, alphabet: string): string {
    let text = '';
    for (let i = 0; i < length; i += 1) text += alphabet.charAt(Math.floor(this.next() * alphabet.length));
    return text;
  }

  /** mulberry32: small, fast and good enough for ids that need not be secret. */
  private next(): number {
    this.state = (this.state + 0x6d2b79f5) >>> 0;
    let t = this.state;
    t = Math.imul(t ^ (t >>> 15), t | 1);
    t ^= t + Math.imul(t ^ (t >>> 7), t | 61);
    return ((t ^ (t >>> 14)) >>> 0) / 2 ** 32;
  }
}
