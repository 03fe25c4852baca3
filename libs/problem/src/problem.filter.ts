import { Catch, type ArgumentsHost, type ExceptionFilter } from '@nestjs/common';
import type { FastifyReply } from 'fastify';
import { sendProblem } from './send.js';
import { toProblem, type Translator } from './translate.js';

/** The one place where Nest's errors become answers. */
@Catch()
export class ProblemFilter implements ExceptionFilter {
  constructor(private readonly translators: readonly Translator[] = []) {}

  catch(error: unknown, host: ArgumentsHost): void {
    sendProblem(host.switchToHttp().getResponse<FastifyReply>(), toProblem(error, this.translators));
  }
}
