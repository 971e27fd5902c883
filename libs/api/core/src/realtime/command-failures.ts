import { type ArgumentsHost, Catch, type ExceptionFilter } from '@nestjs/common';

/** How a handler's failure comes back to `CommandDispatcher`, which answers all of them. */
export type Fail = (error: unknown) => void;

/** NestJS keeps what a handler throws; the dispatcher handed in a function to get at it. */
@Catch()
export class CommandFailures implements ExceptionFilter {
  catch(error: unknown, host: ArgumentsHost): void {
    host.getArgs<unknown[]>().find(isFail)?.(error);
  }
}

function isFail(argument: unknown): argument is Fail {
  return typeof argument === 'function';
}
