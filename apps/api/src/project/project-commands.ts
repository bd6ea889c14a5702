import { Injectable } from '@nestjs/common';
import type { CommandAnswer } from '../commands/command-answer';
import { projectCommandBodies, type ProjectBody } from '../commands/command-bodies';
import type { CommandCall } from '../commands/command-call.decorator';
import { CommandDesk } from '../commands/command-desk';

/** Hands the commands of project routes to the desk. */
@Injectable()
export class ProjectCommands {
  constructor(private readonly desk: CommandDesk) {}

  /** Gives a command to a project the sender may see. Throws the problem when it is not applied and does not wait. */
  give<T extends keyof typeof projectCommandBodies>(id: string, call: CommandCall, type: T, body: ProjectBody<T>): Promise<CommandAnswer> {
    return this.desk.give({ kind: 'project', id }, call, { type, schema: projectCommandBodies[type], body });
  }

  /** Starts an application under a call; the project takes its clock from the call. */
  start(call: CommandCall, body: ProjectBody<'StartApplication'>): Promise<CommandAnswer> {
    const given = { type: 'StartApplication', schema: projectCommandBodies.StartApplication, body };
    return this.desk.create('project', call, given, { kind: 'call', id: body.callId });
  }

  /** Takes the record of a project that ran before our own; administrators only, by the rule. */
  importRecord(call: CommandCall, body: ProjectBody<'ImportRecord'>): Promise<CommandAnswer> {
    const given = { type: 'ImportRecord', schema: projectCommandBodies.ImportRecord, body };
    return this.desk.create('project', call, given, { kind: 'call', id: body.callId });
  }
}
