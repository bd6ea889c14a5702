import { Injectable } from '@nestjs/common';
import type { CommandAnswer } from '../commands/command-answer';
import { callCommandBodies, type CallBody } from '../commands/command-bodies';
import type { CommandCall } from '../commands/command-call.decorator';
import { CommandDesk } from '../commands/command-desk';

/** Hands the commands of call routes to the desk. */
@Injectable()
export class CallCommands {
  constructor(private readonly desk: CommandDesk) {}

  /** Gives a command to a call the sender may see. Throws the problem when it is not applied and does not wait. */
  give<T extends keyof typeof callCommandBodies>(id: string, call: CommandCall, type: T, body: CallBody<T>): Promise<CommandAnswer> {
    return this.desk.give({ kind: 'call', id }, call, { type, schema: callCommandBodies[type], body });
  }

  /** Creates a call. */
  create(call: CommandCall, body: CallBody<'CreateCall'>): Promise<CommandAnswer> {
    return this.desk.create('call', call, { type: 'CreateCall', schema: callCommandBodies.CreateCall, body });
  }
}
