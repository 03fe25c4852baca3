/** The result of a review of a content. It holds for every file with that content. */
export interface ContentReview {
  readonly sha256: string;
  /** Bytes, as text. */
  readonly size: string;
  /** A number of ReviewResult. */
  readonly result: number;
  readonly detail: string;
  /** A number of ReviewSource. */
  readonly level: number;
}

export const ReviewResult = { normal: 1, lowSensitivity: 2, highSensitivity: 3 } as const;

/** Who decided: the numbers of `level` in the contract (facts/permissions.md). */
export const ReviewSource = { machine: 10, person: 20 } as const;

/** Reviews by content, which is identified by SHA-256 and size (facts/permissions.md). */
export class ContentReviews {
  private readonly byContent = new Map<string, ContentReview>();

  set(review: ContentReview): void {
    this.byContent.set(`${review.sha256}/${review.size}`, review);
  }

  find(sha256: string, size: string): ContentReview | undefined {
    return this.byContent.get(`${sha256}/${size}`);
  }

  list(): ContentReview[] {
    return [...this.byContent.values()];
  }
}
