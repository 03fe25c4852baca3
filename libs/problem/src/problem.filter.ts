import { Catch, type ArgumentsHost, type ExceptionFilter } from '@nestjs/common';
import type { FastifyReply } from 'fastify';
import { sendProblem } from './send-problem.js';
import { toProblemError, type ErrorTranslator } from './to-problem-error.js';

/** Converts every error that reaches Nest's exception layer to a problem response. */
@Catch()
export class ProblemFilter implements ExceptionFilter {
  constructor(private readonly translators: readonly ErrorTranslator[] = []) {}

  catch(error: unknown, host: ArgumentsHost): void {
    sendProblem(host.switchToHttp().getResponse<FastifyReply>(), toProblemError(error, this.translators));
  }
}
