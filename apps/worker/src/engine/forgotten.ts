import { isGrpcServiceError, WorkflowNotFoundError } from '@temporalio/client';

const notFound = 5;

/** Whether an error says that the engine does not know a workflow or a run (any more). Reading a history fails with the bare number of gRPC. */
export function isForgotten(error: unknown): boolean {
  return error instanceof WorkflowNotFoundError || (isGrpcServiceError(error) && Number(error.code) === notFound);
}
