/** A verdict on a content, whatever file it is in. */
export interface Review {
  readonly sha256: string;
  readonly size: string;
  readonly result: number;
  readonly detail: string;
  readonly level: number;
}

/** 1 normal, 2 low sensitivity, 3 high sensitivity; given by a machine (10) or a person (20). */
export const ReviewLevel = { machine: 10, person: 20 } as const;

/** Verdicts by content: SHA-256 and size (facts/permissions.md). */
export class Reviews {
  private readonly byContent = new Map<string, Review>();

  constructor() {
    const sha256 = 'd5757c6fe0882122d45456d1ecd2fbce59abfb00f86508be7f62304e7b0ec6d9';
    this.set({ sha256, size: '11239', result: 3, detail: '{"label":"example"}', level: ReviewLevel.machine });
  }

  set(review: Review): void {
    this.byContent.set(`${review.sha256}/${review.size}`, review);
  }

  find(sha256: string, size: string): Review | undefined {
    return this.byContent.get(`${sha256}/${size}`);
  }

  list(): Review[] {
    return [...this.byContent.values()];
  }
}
