import { conductedRoomOf, conductorIdOf } from './conductor/conductor.contract';
import { mailDeskIdOf, mailDeskShardOf } from './mail-desk/mail-desk.contract';

describe('workflow ids beside entities', () => {
  it('name a desk by its shard, and back', () => {
    expect(mailDeskIdOf('0')).toBe('mail-desk/0');
    expect(mailDeskShardOf(mailDeskIdOf('asia-1'))).toBe('asia-1');
    expect(mailDeskShardOf('project/0')).toBeUndefined();
    expect(mailDeskShardOf('mail-desk/')).toBeUndefined();
  });

  it('name a conductor by its room, and back', () => {
    expect(conductorIdOf('r1')).toBe('conductor/r1');
    expect(conductedRoomOf(conductorIdOf('r1'))).toBe('r1');
    expect(conductedRoomOf('mail-desk/r1')).toBeUndefined();
  });
});
