import { tellDifference } from './tell-difference';

const differs = (message: string): Error =>
  new Error(
    'Replay failed with a nondeterminism error. This means that the workflow code as written is not compatible with the history that was fed in. Details: ' +
      `Workflow activation completion failed: Failure { failure: Some(Failure { message: "[TMPRL1100] Nondeterminism error: ${message}", source: "", stack_trace: "" }) }`,
  );
const threw = (message: string): Error =>
  new Error(
    `Replay failed due workflow task failure. Details: Workflow activation completion failed: Failure { failure: Some(Failure { message: "${message}", source: "TypeScriptSDK" }) }`,
  );
const scheduled = (eventId: number, name: string) => ({ eventId, activityTaskScheduledEventAttributes: { activityType: { name } } });

describe('what a failed replay says', () => {
  it('names the event and what the build does instead of it', () => {
    const told = tellDifference(differs('Timer machine does not handle this event: HistoryEvent(id: 49, ActivityTaskScheduled)'), {});
    expect(told).toMatchObject({ code: 'OTHER_STEP', values: { eventId: 49, recorded: 'ActivityTaskScheduled', now: 'Timer' } });
    expect(told.detail).toBe('Timer machine does not handle this event: HistoryEvent(id: 49, ActivityTaskScheduled)');
  });

  it('names the event where the build does nothing', () => {
    const told = tellDifference(differs('No command scheduled for event HistoryEvent(id: 25, ActivityTaskScheduled)'), {});
    expect(told).toMatchObject({ code: 'NO_STEP', values: { eventId: 25, recorded: 'ActivityTaskScheduled' } });
  });

  it('names both activities, and the event where only one can be meant', () => {
    const error = differs("Activity type of scheduled event 'dispatch' does not match activity type of activity command 'commit'");
    const values = { recorded: 'dispatch', now: 'commit' };
    expect(tellDifference(error, { events: [scheduled(5, 'commit'), scheduled(11, 'dispatch')] }).values).toEqual({
      ...values,
      eventId: 11,
    });
    expect(tellDifference(error, { events: [scheduled(5, 'dispatch'), scheduled(11, 'dispatch')] }).values).toEqual(values);
  });

  it('says when a build lacks the workflow, or throws', () => {
    const missing = threw("Failed to initialize workflow of type 'projectWorkflow': no such function is exported by the workflow bundle");
    expect(tellDifference(missing, {})).toMatchObject({ code: 'NO_WORKFLOW', values: { workflowType: 'projectWorkflow' } });
    expect(tellDifference(threw('planted'), {})).toEqual({ code: 'BUILD_THREW', values: {}, detail: 'planted' });
  });

  it('keeps the words of an error it does not know', () => {
    expect(tellDifference(new Error('Something else'), {})).toEqual({ code: 'OTHER', values: {}, detail: 'Something else' });
  });
});
