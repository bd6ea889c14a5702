import { toolsOf } from './tools';

describe('the tools of administration', () => {
  it('are shown to those whose roles use them', () => {
    expect(toolsOf(['AU']).map((tool) => tool.to)).toContain('/administration/interventions');
    expect(toolsOf(['SH', 'CO']).length).toBeGreaterThan(0);
  });

  it('are shown to nobody else', () => {
    expect(toolsOf(['EX', 'PL'])).toEqual([]);
    expect(toolsOf(['CM']).map((tool) => tool.to)).toEqual(['/administration/policy', '/administration/calendars']);
  });
});
