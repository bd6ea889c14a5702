import type { ProjectCommand, ProjectCommandType } from '@app/domain';
import type { z } from 'zod';
import { amendmentPayloads } from './amendment.schema';
import { annualReportPayloads } from './annual-report.schema';
import { applicationPayloads } from './application.schema';
import { approvalPayloads } from './approval.schema';
import { constructionPayloads } from './construction.schema';
import { controlPayloads } from './control.schema';
import { endingPayloads } from './ending.schema';
import { handOverPayloads } from './hand-over.schema';
import { importedPayloads } from './imported.schema';
import { modifyPayloads } from './modify.schema';
import { mouPayloads } from './mou.schema';
import { planningPayloads } from './planning.schema';
import { reviewPayloads } from './review.schema';
import { freeText, textRef } from './wire-values.schema';

function payloads<T extends z.ZodType>(text: T) {
  return {
    ...applicationPayloads(text),
    ...reviewPayloads(text),
    ...approvalPayloads,
    ...mouPayloads(text),
    ...constructionPayloads(text),
    ...annualReportPayloads,
    ...amendmentPayloads(text),
    ...controlPayloads,
    ...handOverPayloads,
    ...planningPayloads,
    ...modifyPayloads,
    ...endingPayloads,
    ...importedPayloads(text),
  };
}

/** Payload of a project command as rules, ledger and histories hold it. They check and never transform. */
export const projectPayloads = payloads(textRef) satisfies {
  [T in ProjectCommandType]: z.ZodType<Extract<ProjectCommand, { type: T }>['payload']>;
};

/** The same payloads as people send them over HTTP: a free text is a string, detached into a row of its own before the command is stored. */
export const projectBodies = payloads(freeText) satisfies Record<ProjectCommandType, z.ZodType>;
