import type { ProblemError } from '#problem';

/**
 * Stands for a body that was not parsed because it exceeds its bounds. The input guard rejects it, and not the parser, so
 * that it gets into the audit log like other invalid input.
 */
export class RejectedBody {
  constructor(readonly problem: ProblemError) {}
}
