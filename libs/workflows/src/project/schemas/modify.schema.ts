import { z } from 'zod';
import { controlPayloads } from './control.schema';
import { mouPayloads } from './mou.schema';
import { planningPayloads } from './planning.schema';
import { reviewPayloads } from './review.schema';
import { textRef } from './wire-values.schema';

const act = <T extends string, P extends z.ZodType>(type: T, payload: P) => z.strictObject({ type: z.literal(type), payload });

const { Hold, Resume, Rewind } = controlPayloads;
const { SkipOccurrence, SendNow, Snooze, ChangeDeadline, PauseSeries, ResumeSeries, UndoIntervention } = planningPayloads;
// No act carries free text: all share the reason of the command.
const { AssignOfficer } = reviewPayloads(textRef);
const { GrantExtension } = mouPayloads(textRef);

/** Payload of several changes as one commit. */
export const modifyPayloads = {
  Modify: z.strictObject({
    acts: z
      .array(
        z.discriminatedUnion('type', [
          act('Hold', Hold),
          act('Resume', Resume),
          act('Rewind', Rewind),
          act('AssignOfficer', AssignOfficer),
          act('GrantExtension', GrantExtension),
          act('SkipOccurrence', SkipOccurrence),
          act('SendNow', SendNow),
          act('Snooze', Snooze),
          act('ChangeDeadline', ChangeDeadline),
          act('PauseSeries', PauseSeries),
          act('ResumeSeries', ResumeSeries),
          act('UndoIntervention', UndoIntervention),
        ]),
      )
      .min(1)
      .max(20),
  }),
};
